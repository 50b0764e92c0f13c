// How long a recording lasts, as far as the browser can tell. Imported by state/doings.

const WAIT_MS = 2000

/** Milliseconds; undefined when the browser does not know the format or the file does not say. */
export async function lengthMsOf(file: File): Promise<number | undefined> {
  const player = document.createElement('video')
  const address = URL.createObjectURL(file)
  const seconds = await new Promise<number>((resolve) => {
    player.onloadedmetadata = () => resolve(player.duration)
    player.onerror = () => resolve(Number.NaN)
    window.setTimeout(() => resolve(Number.NaN), WAIT_MS)
    player.preload = 'metadata'
    player.src = address
  })
  URL.revokeObjectURL(address)
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : undefined
}
