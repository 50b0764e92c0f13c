// One call to the platform: every failure becomes a FeishuError, and a token the platform no longer knows is
// fetched anew once. For the files of this folder that call.
import { Client, CTenantAccessToken, DefaultCache, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { failureOf, type Method } from './failures.ts'
import { type FeishuLog, sdkLogger } from './sdk-log.ts'
import { makeWire, withoutSlash } from './wire.ts'

export type FeishuApp = { appId: string; appSecret: string; domain: string; log: FeishuLog }

/** Runs `work` against the platform. @throws FeishuError */
export type Call = <T>(method: Method, work: (sdk: Client) => Promise<T>) => Promise<T>

/** @param timeoutMs how long an answer may be silent */
export function makeCall(app: FeishuApp, timeoutMs: number): Call {
  const { appId, appSecret } = app
  const domain = withoutSlash(app.domain)
  // Its own cache: the SDK's default is one per process and keyed by the app id alone.
  const cache = new DefaultCache()
  const sdk = new Client({
    appId,
    appSecret,
    domain,
    cache,
    httpInstance: makeWire(domain, timeoutMs),
    logger: sdkLogger(app.log),
    loggerLevel: LoggerLevel.info,
  })
  return async (method, work) => {
    try {
      return await work(sdk)
    } catch (error) {
      const failure = failureOf(method, error)
      if (failure.code !== 'feishu.token_invalid') throw failure
    }
    await cache.set(CTenantAccessToken, '', 0, { namespace: appId })
    return work(sdk).catch((error: unknown) => {
      throw failureOf(method, error)
    })
  }
}
