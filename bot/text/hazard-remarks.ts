// What is told about hazards without being a new tip: progress, a self-check, a follow-up, retaliation, an officer.

import { targetOf } from './hazard-place.ts'
import { reporterTypeOf } from './hazard-reporter.ts'
import { type Item, makeItem } from './parsed.ts'
import type { Reading } from './reading.ts'

const EXTENSION = /延期|延长(?:整改|期限|时间)?|宽限|推迟(?:到|至)|整改不了|改不完|来不及整改|缓(?:几天|一缓)/
const UNFOUNDED =
  /不属实|查无此事|没有(?:发现)?(?:上述|举报)(?:问题|情况)|举报(?:内容)?失实|与事实不符|瞎说|没有这回事|子虚乌有|诬告/
const RECTIFIED =
  /(?:已经?|全部|都|均|现已)(?:整改|改)(?:完成|完毕|完|到位|好)?(?:了)?|整改(?:完|好|到位)(?:了|成|毕)?|隐患(?:已)?(?:消除|排除|销号)|整改完成|(?:修|换|处理|弄|装|补)好了|修复|故障(?:已)?排除|恢复正常|更换完|解决了/

/** An inspector orders, the enterprise reports. */
const ORDERED = /(?:要求|责令|限期?)[^,。;]{0,14}(?:整改|改正|完成)|检查[^,。;]{0,16}(?:时)?发现|[①②③]/

function reasonOf(text: string): string | undefined {
  const told = /(?:因为?|由于|原因(?:是|为|:)?)([^,。;\n]{2,20})/.exec(text)
  if (told !== null) return told[1]
  return text
    .split(/[,。;\n]/)
    .find(
      (clause) =>
        /没到|未到|没货|缺|没有?钱|资金|厂家|采购|配件|设备|人手|施工队|天气|下雨/.test(clause) &&
        !/延期|整改不了/.test(clause),
    )
}

function progress(reading: Reading): Item | undefined {
  const { text, sender } = reading
  if (ORDERED.test(text)) return undefined
  const asked = EXTENSION.test(text)
  const status = asked
    ? 'extensionRequested'
    : UNFOUNDED.test(text)
      ? 'unfounded'
      : RECTIFIED.test(text)
        ? 'rectified'
        : undefined
  if (status === undefined) return undefined
  const date = reading.dates.findLast(({ kind }) => kind === 'day')
  const number = /(?:编号|隐患|线索)?[:#]?([A-Z]{1,4}-?\d{3,}[-\d]*)/.exec(text)?.[1]
  return makeItem('hazardProgress', {
    target: sender.level === 'enterprise' ? sender.unit : targetOf(reading),
    hazardRef: number,
    status,
    requestedDeadline: asked ? date?.from : undefined,
    reason: asked ? reasonOf(text) : undefined,
    requestReinspection: /(?:请|申请|求)[^,。;]{0,6}(?:复查|验收|复核|销号)/.test(text) ? true : undefined,
  })
}

function selfCheck(reading: Reading): Item | undefined {
  const { text, sender, today } = reading
  const found =
    /(?:自查|排查|检查)[^。]{0,12}?(?:发现|出|查出)?(?:隐患|问题)\D{0,4}(\d+)(?:条|处|个|项)|(?:发现|查出|排查出?)(?:隐患|问题)?(\d+)(?:条|处|个|项)/.exec(
      text,
    )
  const value = found?.[1] ?? found?.[2]
  const ours = sender.level === 'enterprise' || targetOf(reading) === undefined
  if (value === undefined || !ours || !/自查|排查|整改/.test(text)) return undefined
  const done =
    /(?:已|完成)?(?:整改|改)(?:完成|了|完|好|到位)?(?:了)?(\d+)(?:条|处|个|项)|(\d+)(?:条|处|个|项)(?:已|完成)?(?:整改|改完)/.exec(
      text,
    )
  const rest =
    /(?:剩(?:余|下)?|还有|余|未整改|正在整改)\D{0,4}(\d+)(?:条|处|个|项)?|(\d+)(?:条|处|个|项)(?:未|正在|还没|没)/.exec(
      text,
    )
  const count = Number(value)
  const rectified =
    done === null
      ? /(?:全部|均|都)(?:已)?(?:整改|改)/.test(text)
        ? count
        : undefined
      : Number(done[1] ?? done[2])
  const deadline = reading.dates.find(
    ({ kind, end }) => kind === 'day' && /^(?:之?前|以前|完成)/.test(text.slice(end)),
  )
  return makeItem('hazardSelfCheck', {
    unit: sender.unit,
    found: count,
    rectified,
    remaining:
      rest === null ? (rectified === undefined ? undefined : count - rectified) : Number(rest[1] ?? rest[2]),
    rectifyDeadline: deadline?.from,
    asOf: today,
  })
}

const AGAINST_ME =
  /(?:举报|反映)(?:了)?(?:以后|之后|完|后)[^。;]{0,12}(?:停(?:工|职|班)|开除|辞退|打|骂|扣|威胁|调岗|报复|穿小鞋|不给|不让)|(?:打击)?报复(?:我|举报人)|被[^,。;]{0,10}(?:开除|辞退|停工|停职|停班|打|扣)[^。]{0,14}(?:因为|就是)[^。]{0,12}(?:举报|反映)|被(?:报复|打击报复)|因为举报[^。;]{0,10}(?:被|扣|开除|停)/

function retaliation(reading: Reading): Item | undefined {
  const { text } = reading
  if (!AGAINST_ME.test(text) || /怕[^,。;]{0,4}报复/.test(text)) return undefined
  const earlier = /上次|之前|以前|前几天|上个?月|上周|举报(?:了)?(?:以后|之后|后)/.test(text)
  return makeItem('retaliationComplaint', {
    reporterType: reporterTypeOf(reading) === 'employeeFamily' ? 'employeeFamily' : 'employee',
    whistleblower: true,
    relatedTip: earlier ? 'previous' : undefined,
    target: targetOf(reading),
    description: text,
  })
}

const OFFICER =
  /(?:执法(?:人员|队|局|员)|安监(?:局|站|员)|应急(?:局|办|站)|检查(?:组|的人|人员)|局里|你们(?:的)?人|干部|领导|站长|副?局长|科长|队长|专家)/
const MISCONDUCT =
  /收(?:了)?(?:钱|礼|红包|好处|烟酒)|吃(?:拿卡要|了|喝)|吃请|索要|要(?:钱|好处|烟)|通风报信|走漏(?:风声|消息)|提前通知|打招呼|受贿|包庇|徇私|不作为|乱作为|乱罚款|态度(?:恶劣|差)|刁难|入股|放水|睁一只眼/

function misconduct(reading: Reading): Item | undefined {
  const { text } = reading
  if (!OFFICER.test(text) || !MISCONDUCT.test(text)) return undefined
  const subject = new RegExp(`[\\p{Script=Han}]{0,8}?${OFFICER.source}`, 'u').exec(text)?.[0]
  return makeItem('misconductReport', { subject: reading.units[0]?.name ?? subject, description: text })
}

const FOLLOW_UP =
  /(?:上次|之前|前几天|上周|那天|上个月|昨天)?[^,。;]{0,6}(?:举报|反映|报|说)(?:的|过的)[^。;]{0,20}(?:还没|没人|又|怎么还|到现在|仍|依然|没动静|没消息)|还没(?:人|有人)(?:来|管|处理)|又(?:出现|开始|复工|冒|漏|偷|干|生产)(?:了|起来)?/

function followUp(reading: Reading): Item | undefined {
  const { text } = reading
  if (!FOLLOW_UP.test(text) || /多少|进度|查询/.test(text)) return undefined
  const number = /([A-Z]{1,4}-?\d{3,}[-\d]*)/.exec(text)?.[1]
  return makeItem('hazardFollowUp', {
    relatedTip: number ?? 'previous',
    target: targetOf(reading),
    description: text,
  })
}

/** One such item, or none when the message is a new tip. */
export function hazardRemarks(reading: Reading): Item[] {
  const item =
    retaliation(reading) ??
    misconduct(reading) ??
    selfCheck(reading) ??
    progress(reading) ??
    followUp(reading)
  return item === undefined ? [] : [item]
}
