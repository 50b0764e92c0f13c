// Why a file is not taken, as a sentence: what was read, what is expected, what to do.
import type { SheetProblem } from '../../bot/context.ts'

export const sheetSentences: Readonly<Record<SheetProblem, string>> = {
  oldExcel:
    '是读不了的表格格式（旧的 .xls、.et、.ods 等）。请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再发。',
  locked: '设了打开密码，读不了。请去掉密码（文件→信息→保护工作簿）另存后再发。',
  macros: '带有宏，为安全起见不接收。请另存为“Excel 工作簿（.xlsx）”（不带宏）后再发。',
  bomb: '解开后大得不正常，没有处理。请把名单复制到一个新的工作簿，只留需要的列，再发。',
  tooManyLines:
    '超过2万行，没有处理。请分成几个文件发送，每个不超过1万行；名单没有这么长时，请删去表格远处多余的内容。',
  damaged: '打不开，不是完好的 .xlsx 文件。请用 Excel 或 WPS 打开确认，另存为 .xlsx 后再发。',
  noCells: '里面没有内容。请确认名单在第一个可见的工作表里，保存后再发。',
  encoding: '里面的文字认不出来，应为 UTF-8 或 GBK（GB18030）编码的 CSV。请另存为 .xlsx 后再发。',
}

/** What a file is that is neither photo nor table, by its name. */
export function otherFileSentence(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const read = ending === '' ? '文件' : ` ${ending} 文件`
  return `读到的是${read}，已保存，但里面的内容我读不了。`
}
