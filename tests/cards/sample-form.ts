/** A form with every kind of field and two problems, as it is drawn again after a mistake. */
import {
  button,
  type Card,
  card,
  checker,
  colour,
  datePicker,
  datetimePicker,
  form,
  md,
  multilineInput,
  multiSelect,
  personSelect,
  select,
  text,
  textInput,
  timePicker,
} from '../../bot/cards/index.ts'

export function staffingForm(typed: string): Card {
  const units = [
    { text: '郑庄镇', value: 'u101' },
    { text: typed, value: 'u102' },
  ]
  const rest = { required: false, placeholder: typed }
  return card({
    title: '人员变动',
    subtitle: '请核对后提交',
    icon: 'file-form_colorful',
    state: 'info',
    stateText: '草稿',
    summary: '待填写：人员变动',
    elements: [
      form({
        name: 'staffing',
        problems: [`姓名“${typed}”太长`, '日期不能晚于今天'],
        elements: [
          text(md`${colour('red', md`*`)} 为必填项`),
          select({
            name: 'unit',
            label: md`单位`,
            required: true,
            placeholder: '请选择',
            options: units,
            initial: 'u102',
          }),
          textInput({
            name: 'person',
            label: md`姓名`,
            required: true,
            placeholder: '姓名',
            maxLength: 20,
            initial: typed,
          }),
          multilineInput({
            name: 'detail',
            label: md`说明 ${typed}`,
            ...rest,
            maxLength: 500,
            rows: 3,
            initial: typed,
          }),
          multiSelect({
            name: 'certificates',
            label: md`证书`,
            ...rest,
            options: units,
            initial: ['u101', typed],
          }),
          datePicker({
            name: 'on',
            label: md`日期`,
            required: true,
            placeholder: '选择日期',
            initial: '2026-07-20',
          }),
          timePicker({ name: 'at', label: md`时间`, ...rest, initial: `约${typed}` }),
          datetimePicker({
            name: 'seen',
            label: md`发现时间（北京时间）`,
            ...rest,
            initial: '2026-07-20 18:30',
          }),
          personSelect({
            name: 'owner',
            label: md`责任人`,
            ...rest,
            people: ['ou_a', 'ou_b'],
            initial: 'ou_a',
          }),
          checker({ name: 'fulltime', label: md`专职 ${typed}`, checked: true }),
        ],
        more: {
          title: md`更多（${typed}）`,
          show: 'folded',
          elements: [textInput({ name: 'phone', label: md`电话`, ...rest, maxLength: 20, initial: typed })],
        },
        submit: { text: '下一步：核对', act: { act: 'draft.review', draft: 'd_7f3a', rev: 3 } },
        reset: { text: '还原' },
      }),
      button({ text: '放弃本次填报', act: { act: 'draft.discard', draft: 'd_7f3a', rev: 3 }, style: 'text' }),
    ],
  })
}
