// What a message is: a report (and of which kind), a question, a correction, talk, or something to refuse.

import { DEATH_OR_INJURY, EMPLOYEE, HAZARD_WORDS, REPORTER_TIP } from './lexicon-hazard.ts'
import { CERTIFICATE_EVENT, CERTIFICATE_TYPES, TRAINING_WORDS } from './lexicon-training.ts'
import { isNil } from './nil-report.ts'
import type { Intent } from './parsed.ts'
import type { Reading } from './reading.ts'
import { countsHeads } from './snapshot.ts'
import { findVerbs } from './staffing-verbs.ts'

/** Attempts to make the bot break its rules or to learn who reported. */
const REFUSED =
  /(?:忽略|无视|忘记|忘掉|绕过|跳过|不要管)[^,。;]{0,10}(?:规则|指令|设定|限制|要求|提示|权限|审批|校验)|(?:你现在是|扮演|假装(?:你)?是|进入)(?:[^,。;]{0,10})(?:管理员|开发者模式|超级|root|系统)|(?:系统提示词|system prompt|提示词|ignore (?:all|previous))|(?:谁|哪个|什么人)[^,。;]{0,6}(?:举报|告|投诉|反映)(?:的|了)?(?:我|我们|这个|它)?|(?:举报人|举报者|投诉人|吹哨人|报料人|谁举报)[^,。;]{0,14}(?:名单|身份|姓名|名字|电话|信息|是谁|联系方式|导出|告诉|发给|查|给我|住址|单位)|(?:导出|给我|告诉我|发给我|查一下|公布|提供|透露|打听)[^,。;]{0,14}(?:举报人|举报者|投诉人|吹哨人|密码|密钥|身份证号|数据库|所有人的电话)|(?:删除|清空|抹掉|销毁)[^,。;]{0,10}(?:记录|数据|日志|举报|数据库|台账|审计)|(?:伪造|造假|做假|编造?|编(?:几|一)[个份条])[^,。;]{0,12}(?:签到|记录|成绩|数据|证书|学时|台账|材料|名单)|(?:帮我|给我|把)[^,。;]{0,14}(?:改成|改为|设为|标成|标记为)(?:达标|合格|已整改|满分|100)/i

const CANCEL =
  /^(?:请)?(?:帮(?:我|忙))?(?:把)?(?:(?:刚才|刚刚|上一?[条次个]|前一?条|那[条个]|这[条个]|最后一条)(?:的)?(?:上报|报告|记录|消息|报的|发的|人员变动|培训|隐患)?[^,。;]{0,10}?)?(?:给)?(?:撤回|撤销|取消|作废|删了?|删除|撤掉|不要了|不算)(?:了|吧|掉|一下)?(?:(?:刚才|刚刚|上一?[条次个]|那[条个]|这[条个])(?:的|那条)?[^,。;]{0,10})?[!。,]?$|^(?:撤回|取消|撤销|作废)[^,。;]{0,20}$|(?:发错|报错|填错|写错)(?:群|人|了)?[^。;]{0,6}(?:撤回|作废|删|取消)/
const CORRECTION =
  /(?:刚才|刚刚|上(?:一)?[条个次]|前面|昨天报的|那条|这条|之前报的)[^。;\n]{0,16}(?:写错|报错|填错|弄错|搞错|错了|不对|有误|应该?是|应为|改成|改为|更正|更改)|^(?:更正|改成|改为|纠正|修改|改一下|订正|勘误)|(?:写|报|填|弄|搞|打)错了?(?:,|。|是|应|$)|(?:日期|时间|人数|学时|名字|姓名|电话|单位|成绩|分数)(?:[^,。;]{0,6})(?:写错|报错|填错|错了|不对|应该?是|应为|改成|改为|更正)|^(?:不对|不是)[,]?[^。;]{1,20}(?:是|改)/
const REMIND =
  /提醒(?:一下)?(?:我|我们|大家|他|她|下|各)|到时候?提醒|设(?:个|置)?(?:一个)?提醒|(?:记得|到时)叫我/
const PROMISE =
  /(?:我|我们|俺)?[^,。;]{0,10}(?:给|交|报|补|发|提交|送|上报|补上|完成)(?:过来|过去|你们?|上来|给你们?|齐|吧|哈)?[。!]?$/
const PROMISED = /报表|月报|周报|季报|年报|数据|名单|材料|报告|表|台账|总结|信息|照片/
const ACK =
  /^(?:好(?:的|嘞|滴|哒|吧)?|收到(?:了|,谢谢|!)?|知道了|明白了?|了解了?|ok|okay|嗯+|行(?:的|吧)?|可以|没问题|已阅|已知悉|已收到|谢谢(?:你|您)?|多谢|感谢|辛苦了?|是的|对(?:的)?|👌|👍|\[OK\]|\[赞\]|\[强\]|\[抱拳\]|马上办|立即落实|遵照执行|照办|,|。|!|~|\s)+$|^(?:收到|好的|明白|知道了)[,。!]?(?:谢谢|马上|立即|立刻|我们?(?:这就|马上|立即|会|尽快)|这就|一定|尽快|已|正在)[^。;\n]{0,16}[。!]?$/i
const GREETING =
  /^(?:(?:你|您|大家)?好(?:呀|啊)?|在(?:吗|么|不|不在|没)|有人(?:吗|在吗|么)?|hello|hi|嗨|喂|哈喽|测试(?:一下|消息)?|test|早(?:上好|安)?|上午好|下午好|晚上好|你是谁|你(?:叫|是)什么|机器人|安监通|试试|试一下|ping|新年好|节日快乐|\?|,|。|!|~|\s|\d{1,3}$)+$/i
const HELP =
  /^(?:帮助|菜单|help|功能|使用说明|说明|指南|怎么用|教程|\?)$|(?:怎么|如何|咋|咋样|怎样)(?:样)?(?:上报|填报|报|填|用|使用|登记|录|操作|提交|绑定|举报|写|发|撤回|修改|查|改)|(?:能|会|可以)(?:干|做|帮我(?:干|做))(?:什么|啥|些什么)|有(?:什么|哪些|啥)功能|(?:格式|模板|样例|范例|例子)(?:是)?(?:什么|怎么|给|发|有)|(?:给|发|要)(?:我|个|一个|份)*(?:模板|格式|样例)|不会(?:用|填|报)|^模板|在哪(?:里|儿)?(?:报|填|上报)/i
const COMMAND_QUERY =
  /^(?:我的上报|我的报告|草稿|我的草稿|进度|达标|查询|统计|排名|周报|月报)(?:$|[\s:])|^(?:进度|达标|查询)/
const QUESTION =
  /多少|哪些|哪个|哪几|几个|几人|有没有|是否|是不是|吗(?:\?|。|$)|么(?:\?|$)|呢\?|\?$|谁|怎么样|咋样|什么时候|啥时候|何时|为什么|为啥|什么(?:要求|规定|标准|条件|政策|意思)|查(?:一下|询|看|下)|看(?:一下|看|下)|统计一下|列(?:一下|出)|情况如何|如何了|到哪(?:一步|了)?|(?:进度|结果)(?:呢|怎样)|进展|帮我(?:查|看|统计|列)|怎么(?:说|规定|算|要求|来)/
const REPORTED = /^(?:3[.]|\d{1,2}[.月])/

const count = (text: string, pattern: RegExp): number =>
  [
    ...text.matchAll(
      new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
    ),
  ].length

type Kind =
  | 'staffing'
  | 'training'
  | 'hazard'
  | 'accident'
  | 'equipment'
  | 'fund'
  | 'meeting'
  | 'insurance'
  | 'enforcement'

const ACCIDENT =
  /事故|冒顶|透水|爆炸|坍塌|塌方|垮塌|着火|起火|火灾|中毒|窒息|触电|坠落|车祸|翻车|相撞|撞车|追尾|砸|埋|烫伤|烧伤|机械伤害|绞|挤伤|卷入|淹/

function isAccident(reading: Reading): boolean {
  const { text, sender } = reading
  const told =
    ACCIDENT.test(text) &&
    /事故(?!隐患|警示|应急|案例|教育|调查|处理|教训|防范)|死|伤|困|埋|亡|爆炸|发生|起火|着火|火灾|坍塌|冒顶|透水/.test(
      text,
    )
  if (
    !told ||
    /瞒报|私了|摁住|没上报|没有上报|不吭声|捂|隐患|听说|举报|警示教育|演练|培训|演习|未发生|无事故|零事故/.test(
      text,
    )
  )
    return false
  const happened =
    DEATH_OR_INJURY.test(text) ||
    /发生[^,。;]{0,16}(?:事故|火灾|爆炸|坍塌|冒顶|透水|泄漏|着火|车祸)|(?:爆炸|冒顶|透水|起火|着火|坍塌|塌方|翻车)了|事故(?:快报|报告|续报)/.test(
      text,
    )
  return (
    happened && (sender.level !== 'public' || DEATH_OR_INJURY.test(text) || /爆炸|冒顶|透水|塌/.test(text))
  )
}

function scores(reading: Reading): Map<Kind, number> {
  const { text, sender } = reading
  const verbs = findVerbs(text)
  const training = count(text, TRAINING_WORDS) * 2
  const certificate =
    CERTIFICATE_TYPES.some(([, pattern]) => pattern.test(text)) && CERTIFICATE_EVENT.test(text) ? 3 : 0
  const people = Math.min(2, reading.people.length)
  const hazard =
    count(text, HAZARD_WORDS) * 2 + (REPORTER_TIP.test(text) ? 3 : 0) + (EMPLOYEE.test(text) ? 1 : 0)
  const staffing = verbs.filter(({ rank }) => rank < 18).length * 2 + (verbs.length > 0 ? people : 0)
  const heads =
    staffing < 4 &&
    countsHeads(text) &&
    /编制|在岗|实有|现有|专职|兼职|注安师|网格员|班子|执法人员|安全(?:管理)?(?:人员|员)|人员|职责|借调|编/.test(
      text,
    )
      ? 3
      : 0
  const shift = /人员(?:有|发生|出现)?(?:变动|调整|变化)|换人了|人事(?:变动|调整)|更名|改名|机构改革/.test(
    text,
  )
    ? 2
    : 0
  return new Map<Kind, number>([
    ['staffing', staffing + heads + shift],
    ['training', training + certificate],
    ['hazard', sender.level === 'public' ? hazard + 1 : hazard],
    ['accident', isAccident(reading) ? 12 : 0],
    [
      'equipment',
      /执法记录仪|移动执法终端|执法终端|执法车|防护装备|采集(?:工作)?站|无人机|执法平板/.test(text) &&
      /\d|[一二三四五六七八九十]+(?:台|部|套|辆|个)|人手一|配|购|坏|报废/.test(text) &&
      training === 0
        ? 7
        : 0,
    ],
    ['fund', /经费|预算|资金|拨款|奖补/.test(text) && /\d|万|批|下达/.test(text) && training < 4 ? 7 : 0],
    [
      'meeting',
      /(?:常务会|常委会|中心组|党组会|党委会|办公会|安委会[^,。;办]{0,6}会|例会|联席会|推进会|部署会|调度会|约谈会|专题会|工作会|安全会)/.test(
        text,
      )
        ? 8
        : 0,
    ],
    ['insurance', /安责险|安全生产责任(?:保)?险|责任保险/.test(text) ? 9 : 0],
    ['enforcement', /双随机|联合(?:检查|执法|方案)|随机抽|检查方案|执法计划|检查计划/.test(text) ? 8 : 0],
  ])
}

function reportIntent(reading: Reading): Intent | undefined {
  const ranked = [...scores(reading)].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (first === undefined || first[1] < 2) return undefined
  const pair = new Set([first[0], second?.[0]])
  const both = pair.has('staffing') && pair.has('training') && (second?.[1] ?? 0) >= 4
  return both && twoKinds(reading) ? 'mixed' : first[0]
}

/** A change and a course in separate clauses, both complete enough to stand alone. */
function twoKinds(reading: Reading): boolean {
  const clauses = reading.text.split(/[,。;\n]/)
  const changed = clauses.some(
    (c) =>
      !TRAINING_WORDS.test(c) &&
      findVerbs(c).some(({ meaning }) => /transfer|retire|join|second|resign|appoint|reassign/.test(meaning)),
  )
  const taught = clauses.some(
    (c) =>
      /培训|轮训|讲堂|学时/.test(c) &&
      /\d|参加|完成|组织|合格/.test(c) &&
      findVerbs(c).every(({ meaning }) => meaning === 'move' || meaning === 'join'),
  )
  return changed && taught
}

/** Talk by its form alone; the order is that of certainty. */
function talkIntent(text: string): Intent | undefined {
  if (REFUSED.test(text)) return 'refused'
  if (GREETING.test(text)) return 'greeting'
  if (ACK.test(text)) return 'ack'
  if (HELP.test(text) && text.length < 30) return 'help'
  if (CANCEL.test(text)) return 'cancel'
  if (COMMAND_QUERY.test(text)) return 'query'
  if (/^绑定/.test(text)) return 'other'
  if (REMIND.test(text)) return 'reminder'
  return CORRECTION.test(text) && text.length < 60 ? 'correction' : undefined
}

function isPromise(reading: Reading): boolean {
  const { text, today } = reading
  const ahead = reading.dates.some(({ to }) => to !== undefined && to >= today)
  return (
    PROMISED.test(text) &&
    PROMISE.test(text) &&
    ahead &&
    text.length < 40 &&
    reading.people.length === 0 &&
    !REPORTED.test(text) &&
    !/无变动/.test(text)
  )
}

function isQuestion(reading: Reading, report: Intent | undefined): boolean {
  const { text, sender } = reading
  if (!QUESTION.test(text)) return false
  if (report === undefined) return sender.level !== 'public' || !/管不管/.test(text)
  return (
    report !== 'hazard' ||
    !(REPORTER_TIP.test(text) || /卸油|加油站|厂|矿|管不管|快来/.test(text)) ||
    sender.level !== 'public'
  )
}

/**
 * The intent of a message.
 * @param reading the message read without padding
 * @param raw the normalised message with padding, for greetings and thanks alone
 */
export function intentOf(reading: Reading, raw: string): Intent {
  const talk =
    talkIntent(reading.text === '' ? raw : reading.text) ??
    (reading.text.length < 3 ? talkIntent(raw) : undefined)
  if (talk !== undefined) return talk
  if (isNil(reading.text) && !reading.people.length)
    return /隐患|排查|举报/.test(reading.text)
      ? 'hazard'
      : /事故/.test(reading.text)
        ? 'accident'
        : /培训/.test(reading.text)
          ? 'training'
          : 'staffing'
  if (isPromise(reading)) return 'promise'
  const report = reportIntent(reading)
  if (isQuestion(reading, report)) return 'query'
  return report ?? 'other'
}
