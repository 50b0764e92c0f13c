// More questions in plain words, about how things stand: each as the command that answers it, or what there is instead
// of an answer; undefined for all other words. senses.ts says when each is tried.
import type { Ctx, Outcome } from '../bot/context.ts'
import { noPerson, unitWord } from './plain-words.ts'
import { clausesIn } from './queries/clause-words.ts'
import { answerTo } from './route.ts'
import { runWords } from './run-command.ts'
import type { Said } from './said.ts'

/** Longer than this nobody asks so. */
const longest = 24

const short = (text: string): boolean => [...text.trim()].length <= longest

const rotationAsked = [
  /^(?:请问|查一?下)?(?<name>\p{Script=Han}{2,4}?)(?:同志)?的?(?:什么时候|啥时候|何时|几时|哪天|多久|还有多久)(?:才|就)?(?:该|要|需要|应该?|能)?(?:去|参加|做)?轮训(?:到期|期满)?(?:了|呢|啊)?[?？]?$/u,
  /^(?:请问|查一?下)?(?<name>\p{Script=Han}{2,4}?)(?:同志)?(?:今年)?(?:参加|做)?(?:过|了)?轮训(?:过|了)*(?:吗|么|没有?|没)(?:呢|啊)?[?？]?$/u,
]
/** Words in the place of a name that are none. */
const someOthers =
  /^(?:谁|哪|大家|所有|全体|全部|在岗|新来|人员|他们|我们?|咱们?|你们?|今年|本月|这次)|人员$|干部$|的人$/u

/** 侯建国什么时候该轮训, 刘小军轮训了吗 */
export function rotationWords(text: string): string | undefined {
  const asked = rotationAsked.map((form) => form.exec(text.trim())?.groups?.['name'])
  const name = asked.find((one) => one !== undefined)
  return name === undefined || noPerson.test(name) || someOthers.test(name) ? undefined : `查轮训 ${name}`
}

const tipsCounted =
  /^(?:请问)?[^。；，]{0,12}?(?:有|收到|接到|还有|一共)?(?:多少|几)(?:条|件|个|起)?(?:举报|线索)(?:没办|未办)?[了呢]?[?？]?$|^[^。；，]{0,12}?(?:举报|线索)(?:一共|总共|现在|还)?(?:有)?(?:多少|几[条件个起]|哪些|哪几[条件个]|情况|件数)(?:还)?(?:没办|未办|没处理|没受理|待受理|没办完|没办结|未办结)?(?:的|了)?(?:吗|呢)?[?？]?$|^(?:还有)?哪些(?:举报|线索)(?:还)?(?:没|未|待)[^。；，]{1,4}[?？]?$/u
const ofOneself = /我的|奖|我报|我举报/u

/** 我县有多少举报, 举报有哪些没办; members only, the public tells tips and asks for their own. */
export function tipCountWords(text: string, ctx: Ctx): string | undefined {
  const bound = (ctx.sender?.bindings.length ?? 0) > 0
  return bound && short(text) && tipsCounted.test(text.trim()) && !ofOneself.test(text)
    ? '举报情况'
    : undefined
}

const howRated =
  /达标率[^。；，]{0,6}(?:怎么|咋|如何|什么|多少|哪)|(?:怎么|咋|如何)[^。；，]{0,4}达标率|\d+(?:\.\d+)?[%％][^。；，]{0,4}(?:怎么|咋|如何|哪里?来|什么意思)/u
const whoIsBehind =
  /(?:哪(?:一|几|些)?(?:个|家)?|谁家?)(?:县区?|区县?|乡镇|镇|街道|单位|部门|地方)?[^。；，]{0,3}(?:最差|最好|最落后|垫底|倒数|最靠后|排最后)|^排名(?:情况|怎么样|咋样)?[?？]?$/u
const whoIsSilent =
  /^(?:这周|本周|上周|这个?月|本月)?(?:还有)?(?:谁|哪些?(?:单位|乡镇|部门|镇)?|哪(?:几)?[个家](?:单位|乡镇|部门)?)(?:还|都)?(?:没|没有|未)(?:上)?[报交填](?:上来|数据)?(?:的|呢|啊)?[?？]?$/u
const whoIsCertified =
  /(?:多少|几)(?:个|名)?人?(?:有|持|拿到?)(?:了)?(?:执法)?证|持证(?:的)?(?:人员?)?(?:有)?(?:多少|几)/u

/** 达标率怎么算的, 哪个县最差, 这周谁没报, 沁水县有几个人持证 */
export async function rateWords(text: string, ctx: Ctx): Promise<string | undefined> {
  if (!short(text)) return undefined
  const unit = () => unitWord(text, ctx)
  if (howRated.test(text) && clausesIn(text).length === 0) return `达标率 ${await unit()}`
  if (whoIsBehind.test(text)) return `排名 ${await unit()}`
  if (whoIsSilent.test(text)) return `谁没报 ${await unit()}`
  return whoIsCertified.test(text) ? `持证人数 ${await unit()}` : undefined
}

const withMonth =
  /(?:比|和|跟|与|较|同)(?:上个?月|去年|上个?季度|上半年|前几个?月)[^。；，]{0,4}(?:比|好|差|怎么样|如何|变|进步|退步|增|减|多|少)|(?:环比|同比)(?:上个?月|去年)?(?:怎么样|如何|多少)?[?？]?$/u

/** Pictures are kept by the week: that is said, and shown. */
export async function comparedWithMonth({ message, ctx }: Said): Promise<Outcome | undefined> {
  const { text } = message
  if (!short(text) || !withMonth.test(text)) return undefined
  const shown = await runWords(`变化 ${await unitWord(text, ctx)}`, message, ctx)
  const says = '没有按月、按年比的数，只和上一次周报比，如下。周报卡片上有最近几周的趋势。'
  return { ...shown, say: [{ to: answerTo(message), text: says }, ...(shown?.say ?? [])] }
}
