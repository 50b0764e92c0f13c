// What the benchmark uses of autocannon, which brings no types of its own.
declare module 'autocannon' {
  type Request = { method: 'POST'; path: string; headers: Record<string, string>; body: string }
  type Client = { setRequests(requests: readonly Request[]): void }
  type Options = {
    url: string
    connections: number
    /** requests in all, spread evenly over the connections */
    amount: number
    /** seconds for one answer */
    timeout: number
    sampleInt: number
    setupClient: (client: Client) => void
  }
  type Result = { '2xx': number; non2xx: number; errors: number; timeouts: number }
  type Run = PromiseLike<Result> & {
    stop(): void
    on(event: 'start', listener: () => void): void
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, tookMs: number) => void,
    ): void
  }
  const autocannon: (options: Options) => Run
  export default autocannon
}
