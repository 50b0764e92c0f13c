// By which words a message is the record of something: equipment, funds, a meeting, insurance, a joint inspection.

import { ENFORCEMENT_EQUIPMENT, FUND } from '../lexicon/records.ts'
import type { Intent } from '../parsed.ts'
import { findVerbs } from '../staffing/verbs.ts'

const MEETING =
  /(?:常务会|常委会|中心组|党组会|党委会|办公会|安委会(?!办)[^,。;办]{0,14}会议?|召开(?:(?!培训|教育|学习|讲座)[^,。;]){0,12}会议(?=[^。;]{0,24}(?:部署|研究|安排|安全|应急))|例会|联席会|推进会|部署会|调度会|约谈会|专题会|工作会|安全会|视频会议(?!室)|党工委会|约谈(?=\d|[^,。;]{0,12}(?:负责人|企业)))|(?:党组|党委|班子|[县市区]委|政府)[^,。;]{0,12}研究[^,。;]{0,10}安全/

/** How strongly a message is one of these kinds, each recognised by one telling word. */
export function recordScores(text: string, training: number): [Intent, number][] {
  const equipment =
    ENFORCEMENT_EQUIPMENT.test(text) &&
    /(?:\d|[一二两三四五六七八九十])(?:台|部|套|辆|个|架|件|把|支)|人手一|新[配购]|坏了|报废|全覆盖|到货/.test(
      text,
    )
  // 经党委会研究,明确孙七分管安全: the meeting is only where it was decided.
  const decided =
    /(?:经|根据|按照?)[^,。;]{0,14}(?:研究|讨论|批准|同意|决定|会议|精神)|会(?:上|议)?(?:研究)?(?:决定|定|通过)(?:的|了)?$/.test(
      text,
    ) && findVerbs(text).length > 0
  const fund = FUND.test(text) && /\d|万|批|下达/.test(text)
  return [
    ['equipment', equipment && training === 0 ? 7 : 0],
    ['fund', fund && training < 6 && !/整改|期限/.test(text) ? 7 : 0],
    ['meeting', MEETING.test(text) && !decided ? 8 : 0],
    [
      'insurance',
      /安责险|安全生产责任(?:保)?险|责任保险|(?:投保|参保)(?:了)?\d+家|\d+家[^,。;]{0,4}(?:投保|参保)/.test(
        text,
      )
        ? 9
        : 0,
    ],
    ['enforcement', /双随机|联合(?:检查|执法|方案)|随机抽|检查方案|执法计划|检查计划/.test(text) ? 8 : 0],
  ]
}
