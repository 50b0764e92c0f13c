// Why the program did not start, as a sentence. What an operator can set right is said; anything else is a fault of ours
// and shows its trace. Used by bot/main.ts.
import { ConfigError, FeishuError } from './errors.ts'

export function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof FeishuError)
    return `启动失败：飞书拒绝了 ${error.method}（${error.code} ${error.platformCode}）。请核对应用凭证、权限和版本发布。`
  if (isPortTaken(error))
    return `启动失败：端口 ${error.port} 已被占用。请先停掉占用它的程序，或换一个端口再来：PORT=${error.port + 1} npm start`
  return `启动失败：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
}
