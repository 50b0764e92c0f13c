// The calls to Feishu that this program makes, on the official SDK. bot/main.ts makes one, the machine uses it.
import { type FeishuApp, makeCall } from './call.ts'
import { type Directory, makeDirectory } from './directory.ts'
import { type Files, makeFiles } from './files.ts'
import { type Messages, makeMessages } from './messages.ts'

/**
 * Every call rejects with FeishuError and nothing else (codes: failures.ts). Nothing is tried again in here but
 * a call whose token the platform no longer knew: repeating is the outbox's decision, under the same uuid.
 */
export type FeishuApi = Messages & Files & Directory

/** No answer for so long ends a call; its fate is then unknown. */
const defaultTimeoutMs = 15_000

/**
 * @param init.domain such as https://open.feishu.cn, or the loopback address of the local Feishu
 * @param init.timeoutMs shorter in tests
 */
export function makeFeishu(init: FeishuApp & { timeoutMs?: number }): FeishuApi {
  const call = makeCall(init, init.timeoutMs ?? defaultTimeoutMs)
  return { ...makeMessages(call, init.appId), ...makeFiles(call), ...makeDirectory(call) }
}
