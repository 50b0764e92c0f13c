// 谁能看到: who reads a tip, asked before somebody dares to write one. Honest about what chat cannot hide.
import { bullets, md, note } from '../../bot/cards/index.ts'
import { inPrivate, notice } from '../notice.ts'
import type { Command } from '../route.ts'
import { channelStatement } from '../tips/fields.ts'

const readers = [
  '受理单位的经办人：看内容和照片，看不到您是谁。',
  '受理单位和上级的领导：看内容和进度，看不到您是谁；写明“匿名”或“保密”的，只看进度。',
  '您留的电话：只有受理这条线索的人，受理以后才能看，每次都有记录；写明“匿名”的，谁也看不到。',
  '工作群：只有件数，没有内容。',
]

export const privacy: Command = {
  words: ['谁能看到', '保密', '匿名', '匿名举报'],
  alone: 'yes',
  help: { name: '举报前先看：谁能看到', example: '谁能看到' },
  who: 'anyone',
  inGroups: 'privately',
  run: async (_rest, message) => {
    const lines = [bullets(readers), '回执和进度发给您本人，所以请用自己的账号举报。']
    return inPrivate(
      message,
      notice('谁能看到您的举报', lines, { elements: [note(md`${channelStatement}`)] }),
    )
  },
}
