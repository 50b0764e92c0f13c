// Questions in plain words, each as the command that answers it, written as one would type it; undefined for all other
// words. senses.ts says when each is tried.
import type { Ctx } from '../bot/context.ts'
import { clausesIn } from './queries/clause-words.ts'
import { numbersIn, withoutNumbers } from './report-number.ts'
import { unitMentioned } from './unit-name.ts'

/** Longer than this nobody asks in one sentence, or asks for a list. */
const longest = 40
const longestWish = 30

/** 会不会泄露我的信息, 谁能看到我 and the like. */
const privacyAsked =
  /(?:谁|哪些人|别人|领导|老板|单位|企业|他们)[^。；，]{0,8}(?:看到|看见|知道)[^。；，]{0,6}(?:我|举报人|是谁)|(?:会不会|会|能不能|能|是否|是不是)[^。；，]{0,8}(?:泄露|泄漏|暴露|保密|匿名)|(?:保密|匿名)[^。；，]{0,4}(?:吗|么|嘛|[？?])/u

/** 怕打击报复怎么办: asked before telling; what has happened already is a complaint. */
const afraid =
  /^[^。；，]{0,6}(?:怕|担心|害怕|万一)[^。；，]{0,10}报复[^。；，]{0,6}(?:怎么办|咋办|咋整|怎么保护|谁管|[吗么？?])/u

export function privacyWords(text: string): string | undefined {
  return [...text].length <= longest && (privacyAsked.test(text) || afraid.test(text))
    ? '谁能看到'
    : undefined
}

const ours = /^(?:RY|PX|ZJ|JG|YH|LB)-/u
/** Words that want something done, tell something, or want to know who told; they are no question about progress. */
const noProgress =
  /撤|作废|取消|删|不要了|不算|重复|改[成为到正]|改一下|更正|纠正|订正|修改|写错|报错|填错|搞错|弄错|错了|不对|应为|应该?是|补充|补报|整改(?:完|好|到位|结束)(?!.*(?:吗|没|[?？]))|(?:已|都)[^，。]{0,2}(?:整改|改完|改好|修好|解决)(?!.*(?:吗|没|[?？]))|复查|复核|申请|延期|宽限|报复|举报人|谁(?:举?报|说|告|反映|提供|投诉|发)|哪位|身份|姓名|电话|联系方式/u

/** A number of ours with any words around it, or alone: 我那个YH-20261123-001怎么样了. */
export function numberWords(text: string): string | undefined {
  const numbers = numbersIn(text).filter((number) => ours.test(number))
  const around = withoutNumbers(text)
  if (numbers.length === 0 || [...around].length > longest || noProgress.test(around)) return undefined
  return ['进度', ...numbers].join(' ')
}

const phoneAsked =
  /^(?:请问|查(?:一下|询)?|帮我查(?:一下)?|我?想?问(?:一下)?)?([\p{Script=Han}·•]{2,6}?)的?(?:联系)?(?:电话|手机|号码|联系方式)(?:号码|号)?(?:是|是多少|多少|是几号|是什么|有没有|呢)?[?？。]?$/u
/** What is no person of the roster: who reported is never told, offices have no telephone here. */
export const noPerson = /举报|投诉|线索|匿名|所有|全部|我|你|他|谁|领导|[局办站所队镇乡县市区村厂矿司]$/u

/** 李四电话多少. */
export function phoneWords(text: string): string | undefined {
  const name = phoneAsked.exec(text.trim())?.[1]
  return name === undefined || noPerson.test(name) ? undefined : `查电话 ${name}`
}

/** A question about lists, or word of what was done, is not the wish for one. */
const otherwise = /[？?]|怎么|如何|不要|别|已|过了|填好/u
const exporting = /导出|下载|(?:发|给)我?.{0,12}(?:excel|xlsx)/iu
const template = /模[板版]|空白?表|样表/u
const listed = /名单|人员|花名册|名册|培训/u
const bareTemplate = /^(?:请|帮我|给我?|我?要|来|发|下载|一?[个份下]|的|\s)*模[板版]$/u

/** 把名单导出来, 要个花名册模板. */
export function fileWords(text: string): string | undefined {
  const said = text.trim()
  if ([...said].length > longestWish || otherwise.test(said)) return undefined
  if (template.test(said)) return listed.test(said) || bareTemplate.test(said) ? `模板 ${said}` : undefined
  return exporting.test(said) ? `导出 ${withoutWish(said)}` : undefined
}

/** The kind of list and the unit stay. */
function withoutWish(said: string): string {
  return said
    .replace(/^(?:请|麻烦)?(?:帮我|给我|替我)?(?:把|将)?/u, '')
    .replace(
      /(?:导出|下载)(?:来|成|为|一下|一?[份个]|表格)*|的?(?:excel|xlsx)|(?:发|给)我(?:一?[份个])?/giu,
      '',
    )
    .replace(/(?:一下|吧|谢谢|[。！!\s])+$/u, '')
    .trim()
}

const howComputed =
  /(?:怎么|如何|咋|怎样|按什么|按啥|凭什么|依据(?:什么|哪些)|根据(?:什么|哪些))[^。；]{0,8}(?:计算|算|统计|得出?来?|判定|认定)(?:出来?|来|的|$)?|(?:数据?|数字|人|名|%|比例|率|这个|结果)[^，。；]{0,3}(?:是)?(?:怎么|咋|哪里?|哪儿|从哪里?|从哪儿)(?:来)的?|算法|口径|(?:计算|统计)(?:过程|方法|公式|依据|方式)|(?:背后|用到|依据|算进去)[^，。；]{0,4}(?:记录|数据|人)|算(?:进去|在内|上)[^，。；]{0,3}(?:谁|哪)|(?:谁|哪[^，。；]{0,4})算(?:进去|在内|上)|^(?:看(?:一下|看)?|给我)?明细$|(?:这|那)(?:个)?\d+(?:个|名)?人?是(?:谁|哪)|算一下[^，。；]{0,8}(?:比例|率|缺)/u
/** What is computed elsewhere: rewards, wages, fines. */
const otherSums = /奖|罚|工资|钱|补贴|时间|调来|新来/u
const whyNotMet = /(?:凭什么|凭啥|为什么|为啥|怎么)[^。；]{0,8}(?:不达标|不合格|没达标|未达标)/u

/** 这个数怎么算的, 郑庄镇的专职人员是怎么算出来的 and the like. */
export async function howComputedWords(text: string, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || otherSums.test(text)) return undefined
  if (whyNotMet.test(text)) return `达标 ${await unitWord(text, ctx)}`
  if (!howComputed.test(text)) return undefined
  return ['怎么算', ...clausesIn(text), await unitWord(text, ctx)].join(' ')
}

const lastWeek = '(?:上(?:个)?(?:周|星期|礼拜)|(?:这|近|最近)?一周)'
const change = '(?:变化|变了|变动|变好|变差|不一样|区别|差别|差异|新增|多了|少了|进步|退步|新情况)'
const compared = new RegExp(
  [
    `(?:和|跟|与|同|比|较|对比|相比)[^，。]{0,6}${lastWeek}`,
    `${lastWeek}[^，。]{0,8}(?:相?比|对比|比较|以来|以后|到现在|到今天|至今)`,
    '环比|周报[^，。]{0,4}变',
    `(?:本|这|上)(?:个)?(?:周|星期|礼拜)[^，。]{0,8}(?:${change}[^，。]{0,4}(?:什么|啥|哪些|谁|吗|没|[?？]|$)|(?:什么|啥|谁|哪)[^，。]{0,4}${change}|新的?不达标)`,
    '(?:哪些|哪个|哪几个|哪家|谁|有没有)[^，。]{0,6}(?:变差|变好|退步|进步|下滑|好转|恶化|改善|掉下来|赶上来)',
  ].join('|'),
  'u',
)
/** A day, a figure or a person's move tells a change instead of asking for one. */
const tellsChange =
  /\d|调[到入出]|到岗|离岗|退休|辞职|任命|免去|培训|隐患|举报|一致|(?:无|(?<!有)没有?)[^，。]{0,6}(?:变化|变动|调整|变)(?!.*(?:吗|[?？]))/u

/** 和上周比, 哪些单位变差了 and the like. */
export async function comparedWords(text: string, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || !compared.test(text) || tellsChange.test(text)) return undefined
  return `变化 ${await unitWord(text, ctx)}`
}

const changed =
  /(?:本|这|上)(?:个)?(?:周|星期|礼拜)[^。；\n]{0,12}(?:变化|变了|变好|变差)|(?:变化|变动)(?:情况)?(?:[?？。]|$)|有(?:什么|哪些|没有|啥)变化/u

/** 本周有什么变化 and the like. */
export async function changesWords(text: string, ctx: Ctx): Promise<string | undefined> {
  if ([...text].length > longest || !changed.test(text)) return undefined
  return `变化 ${await unitWord(text, ctx)}`
}

export async function unitWord(text: string, ctx: Ctx): Promise<string> {
  return (await unitMentioned(text, ctx))?.name ?? ''
}
