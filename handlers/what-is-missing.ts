// What is said to a message whose kind was understood and nothing else: what is wrong in it, or what to write instead.
import type { Outcome } from '../bot/context.ts'
import { privately } from './in-group.ts'
import { textProblems } from './reports/draft.ts'
import { answerTo } from './route.ts'
import type { Said } from './said.ts'

/** Undefined when not even the kind was understood. */
export async function whatIsMissing({ message, parsed }: Said): Promise<Outcome | undefined> {
  const read = await parsed()
  const [wrong] = textProblems(read)
  const sentence = wrong?.sentence ?? sentences[read.items[0]?.type ?? ''] ?? sentences[read.intent]
  if (sentence === undefined) return undefined
  if (read.intent !== 'hazard') return { say: [{ to: answerTo(message), text: sentence }] }
  // What is wrong and where is for the private chat, wherever somebody began.
  return privately({ say: [{ to: { openId: message.openId }, text: sentence }] }, message, 'tipBegun')
}

/** By what was read, else by the kind of message. */
const sentences: Readonly<Record<string, string | undefined>> = {
  ack: '好的。有事直接发一句话给我。',
  promise: '好的，收到您的答复。我不按您说的日子另外提醒；到期没报的，按文件规定的时间提醒。',
  reminder:
    '我不能按您定的日子提醒，请用飞书日程。我自己会提醒的：轮训和证件到期、人员缺口、举报7日内决定是否受理，工作日8:30发给负责的人；周报每周第一个工作日9:00发到群里。',
  accident:
    '发生事故请立即电话报告：企业1小时内报县级应急管理部门。本机器人不代替法定报告渠道；救援请打119、120。',
  staffing:
    '读到是人员变动，但没有读到姓名和变动。请这样写：张三3月5日从农业办调到应急办，专职。也可以发“报人员变动”用表单填。',
  training:
    '读到是培训，但没有读到培训类型和日期。请这样写：李四3月4日至17日参加执法资格培训，80学时，考试合格。也可以发“登记培训”用表单填。',
  hazard:
    '请说明在哪里、什么问题，例如：泽州县子丑煤业三号皮带机没有护罩。也可以发“报隐患”用表单填。已经报过的请写上编号，例如：YH-20261123-001 已整改完毕，请复查。',
  // The office of the one complained of would be the one to handle it.
  misconductReport:
    '反映工作人员的问题不从这里转，这句话没有保存，也没有发给任何单位。请向纪检监察机关反映：电话12388，或同级纪委监委。',
  meeting: '读到是会议。会议我这里不登记，没有存下来；要报人员、培训、隐患，直接发一句话。',
  correction: '请在“我的上报”里找到那一条，点“改正”，改好后提交。',
}
