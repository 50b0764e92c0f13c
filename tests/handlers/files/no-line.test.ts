// What stands between and below the lines of real lists, and what must stay a line however odd it is.
import { expect, test } from 'vitest'
import { readList } from '../../../handlers/files/lines.ts'

const head = ['序号', '姓名', '科室', '职务', '性别']
/** The line numbers of what is taken for a line. */
const linesOf = (...rows: readonly (readonly string[])[]) =>
  readList([{ name: '一', rows: [head, ...rows] }], '2026-03-06')?.lines.map(({ line }) => line)

test.each([
  ['an empty row', ['', '', '', '']],
  ['a row with a number made ready', ['3', '', '', '']],
  ['a sum with a space in it', ['合 计', '', '2人', '']],
  ['a sum below the names', ['', '合　计', '2', '']],
  ['the sum of a page', ['本页小计', '', '2', '']],
  ['a count', ['共2人']],
  ['a remark', ['备注：以上人员均在岗，如有变化另行上报', '', '', '']],
  ['a remark in two cells', ['', '说明', '以上均在岗', '']],
  ['a numbered remark', ['注1：一式两份', '', '', '']],
  ['a line of a remark', ['', '1. 本表一式两份', '', '']],
  ['a row of which nothing is asked', ['3', '', '', '', '男']],
  ['who may be called', ['', '经办：王五', '', '电话：0356-2222222']],
  ['a row of signatures', ['审核人：王五', '', '填表人：李四', '联系电话：0356-2222222']],
  ['a signature in two cells', ['', '填表人', '李四', '']],
  ['a seal and a day', ['填报单位（盖章）：郑庄镇', '', '填报日期：2024年3月', '']],
  ['a day alone', ['', '', '', '2024年3月5日']],
  ['a day below the names', ['', '2024年3月5日', '', '']],
  ['a section over the row', Array.from({ length: 4 }, () => '一、应急办')],
  ['a section over two columns', ['', '应急办', '应急办', '']],
  ['a section in one cell', ['', '（二）农业办', '', '']],
  ['the header again', ['序号', '姓 名', '科室', '职务']],
])('%s is no line', (_, row) => {
  expect(linesOf(['1', '张三', '应急办', '科员'], row, ['2', '李四', '应急办', '科员'])).toEqual([2, 4])
})

test.each([
  ['a name alone', ['', '张三', '', '']],
  ['a long name of a minority alone', ['', '阿卜杜拉·买买提', '', '']],
  ['a wrong name alone, to be refused', ['', '张3', '', '']],
  ['no name, to be refused', ['1', '', '应急办', '科员']],
  ['a department that approves', ['审批股', '张三', '审批股', '科员']],
  ['a name with a remark in it, to be refused', ['1', '张三（借调）', '应急办', '科员']],
])('%s is a line', (_, row) => {
  expect(linesOf(row)).toEqual([2])
})
