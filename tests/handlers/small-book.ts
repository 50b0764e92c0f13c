// A book of help small enough to be read at once: three commands, one of them without help, and three reports.
import type { HelpBook } from '../../handlers/help.ts'
import type { Command } from '../../handlers/route.ts'

const command = (word: string, who: Command['who']): Command => ({
  words: [word],
  help: { name: `查${word}`, example: `${word} 沁水县` },
  who,
  inGroups: 'here',
  run: async () => ({}),
})
export const book: HelpBook = {
  commands: [
    command('达标', 'bound'),
    command('进度', 'anyone'),
    { ...command('暗号', 'anyone'), help: undefined },
  ],
  reports: [
    {
      kind: 'staffing',
      words: ['报人员变动'],
      hint: '到岗',
      example: '张三3月5日调到应急办',
      who: ['reporter'],
    },
    {
      kind: 'training',
      words: ['登记培训'],
      hint: '学时',
      example: '李四参加培训，80学时',
      who: ['reporter'],
    },
    { kind: 'hazard', words: ['报隐患'], hint: '照片', example: '三号皮带机没有护罩', who: 'anyone' },
  ],
}
