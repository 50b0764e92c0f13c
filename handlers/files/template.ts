// 模板 人员, 模板 培训, and their tiles: an .xlsx to fill in, with an example line and a sheet of notes.
import type { MenuTile } from '../../bot/cards/index.ts'
import type { NewSheet, Outcome } from '../../bot/context.ts'
import { refused } from '../access.ts'
import type { Command, Press } from '../route.ts'
import type { ListType } from './define.ts'
import { listType, listTypeIn, listTypes } from './lists.ts'

export const templateCommand: Command = {
  words: ['模板', '下载模板', '表格模板', '人员模板', '名单模板', '培训模板'],
  help: { name: '要导入用的Excel模板', example: '模板 培训' },
  who: 'anyone',
  inGroups: 'privately',
  async run(_rest, message): Promise<Outcome> {
    const to = { openId: message.openId }
    const type = listTypeIn(message.text)
    if (type === undefined) {
      const which = listTypes.map(({ word }) => `“模板 ${word}”`).join('或')
      return { say: [{ to, text: `要哪一种模板？请发${which}。` }] }
    }
    return templateSent(type, to)
  },
}

/** The tile of a template. */
export const templateTile = ({ kind, title, word }: ListType): MenuTile => ({
  name: `${title}模板`,
  hint: `Excel，也可以发“模板 ${word}”`,
  act: { act: 'list.template', kind },
})

export const templatePress: Press = {
  act: 'list.template',
  async run(press): Promise<Outcome> {
    const type = listType(String(press.value['kind'] ?? ''))
    return type === undefined
      ? refused('没有这种模板。请发“模板”看看有哪些。')
      : templateSent(type, { openId: press.openId })
  },
}

function templateSent(type: ListType, to: { openId: string }): Outcome {
  return {
    say: [
      { to, file: { name: `${type.title}模板.xlsx`, sheets: templateSheets(type) } },
      { to, text: `${type.title}模板在上面。填好后直接把文件发给我，我先核对，您确认后才保存。` },
    ],
  }
}

/** The first sheet reads back as a list of one example line; the second says what each column takes. */
function templateSheets(type: ListType): NewSheet[] {
  const isRequired = (name: string) => type.needs[0]?.includes(name) === true
  return [
    {
      name: type.title,
      header: type.columns.map((column) => column.field.label),
      rows: [type.columns.map((column) => column.example)],
    },
    {
      name: '填写说明',
      header: ['列', '必填', '填什么', '也认这些列名'],
      rows: [
        ...type.columns.map(({ name, field, heads }) => [
          field.label,
          isRequired(name) || (field.required && name !== 'effectiveDate') ? '是' : '',
          field.expect,
          heads.join('、'),
        ]),
        ['', '', '', ''],
        ...[
          '第二行是例子，填写前请删除。',
          '列的先后不限，不用的列可以删除；单位留空表示您自己的单位。',
          ...type.notes,
          '身份证号不需要填；填了也不会保存。',
        ].map((line) => [line, '', '', '']),
      ],
    },
  ]
}
