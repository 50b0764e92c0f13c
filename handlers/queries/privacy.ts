// 谁能看到: who reads a tip, asked before somebody dares to write one. Honest about what chat cannot hide.
import { bullets, md, note } from '../../bot/cards/index.ts'
import type { MessageIn } from '../../bot/context.ts'
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

const longest = 40
const asked =
  /(?:谁|哪些人|别人|领导|老板|单位|企业|他们)[^。；，]{0,8}(?:看到|看见|知道)[^。；，]{0,6}(?:我|举报人|是谁)|(?:会不会|会|能不能|能|是否|是不是)[^。；，]{0,8}(?:泄露|泄漏|暴露|保密|匿名)|(?:保密|匿名)[^。；，]{0,4}(?:吗|么|嘛|[？?])/u

/** 怕打击报复怎么办: asked before telling; what has happened already is a complaint. */
const afraid =
  /^[^。；，]{0,6}(?:怕|担心|害怕|万一)[^。；，]{0,10}报复[^。；，]{0,6}(?:怎么办|咋办|咋整|怎么保护|谁管|[吗么？?])/u

/** 会不会泄露我的信息, 谁能看到我 and the like. */
export function privacyWords({ text }: Pick<MessageIn, 'text'>): string | undefined {
  return [...text].length <= longest && (asked.test(text) || afraid.test(text)) ? '谁能看到' : undefined
}
