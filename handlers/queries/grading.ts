// 隐患分级: what the law calls an ordinary and a major hazard, for anybody. The bot never decides a grade.
import { bold, bullets, md, note, text } from '../../bot/cards/index.ts'
import type { Command } from '../route.ts'
import { rule } from './rule.ts'

/** 《煤矿安全生产条例》第三十六条, its seventeen in short. */
const coal = [
  '超能力、超强度、超定员',
  '瓦斯超限作业',
  '突出矿井未采取防突措施',
  '该抽采的未抽采或抽采不能正常运行',
  '通风系统不完善、不可靠',
  '超层越界开采',
  '有严重水患未采取措施',
  '有冲击地压未采取措施',
  '自然发火严重未采取措施',
  '使用应淘汰的设备、工艺',
  '监控和通讯缺失或失效',
  '露天边坡有重大危险',
  '没有双回路供电',
  '边建设边生产',
  '违法承包、证照不全',
  '改制、兼并期间没明确责任人',
  '其他重大事故隐患',
]

export const gradingRule: Command = rule({
  words: ['隐患分级', '隐患标准', '重大隐患标准'],
  help: { name: '看什么算重大隐患', example: '隐患分级' },
  title: '隐患怎么分级',
  elements: [
    text(
      md`隐患分两级：${bold('一般事故隐患')}和${bold('重大事故隐患')}。重大的要报告，由监管部门督办（《安全生产法》第四十一条）。`,
    ),
    text(md`${bold('煤矿的重大隐患')}（《煤矿安全生产条例》第三十六条，共17类）：${coal.join('；')}。`),
    text(
      md`${bold('其他行业')}\n${bullets(['工贸：应急管理部令第10号，2023年5月15日起施行。', '别的行业按各自的判定标准。'])}`,
    ),
    note(
      md`我不定级。您直接说在哪里、什么问题，例如：泽州县子丑煤业三号皮带机没有护罩；定级由执法人员判定。`,
    ),
  ],
})
