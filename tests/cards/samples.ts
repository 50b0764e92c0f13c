/** One card of each kind the bot shows, composed from the kit with a given stranger's text in every place for text. */
import {
  bold,
  button,
  buttonRow,
  type Card,
  card,
  checker,
  colour,
  columns,
  datePicker,
  datetimePicker,
  divider,
  form,
  image,
  join,
  kpis,
  labelled,
  md,
  menuTiles,
  multiline,
  multilineInput,
  multiSelect,
  note,
  openUrlButton,
  overflow,
  panel,
  personMention,
  personSelect,
  quantity,
  rankingChart,
  select,
  table,
  tag,
  text,
  textInput,
  timePicker,
  trendChart,
} from '../../bot/cards/index.ts'

export function receipt(typed: string): Card {
  return card({
    title: '人员变动已保存',
    subtitle: typed,
    icon: 'approval_colorful',
    state: 'done',
    stateText: '已保存',
    tags: [{ text: 'BD-0231', colour: 'grey' }],
    summary: `已保存：${typed}`,
    elements: [
      text(
        md`专职应急管理人员 ${bold('2→3人')}，${colour('green', '达到第五条“至少3名”')} ${tag('green', '已达标')}`,
      ),
      labelled([
        { label: '单位', value: md`郑庄镇` },
        { label: '姓名', value: md`${typed}` },
        { label: '变动', value: md`农业办 → 应急办`, span: 'full' },
        { label: '备注', value: md`` },
      ]),
      note(md`来源：张三的消息 · 2026-07-20 18:30 · 10分钟内可撤回`),
      buttonRow(
        [
          button({ text: '再报一条', act: { act: 'menu.open' }, style: 'default' }),
          button({
            text: '撤回',
            act: { act: 'report.undo', report: 'BD-0231', rev: 1 },
            style: 'danger',
            confirm: { title: '撤回这条上报？', text: `${typed}将恢复为未变动。` },
          }),
        ],
        { weights: [2, 1] },
      ),
    ],
  })
}

export function confirm(typed: string): Card {
  const act = { act: 'draft.save', draft: 'd_7f3a', rev: 3 }
  return card({
    title: typed,
    state: 'waiting',
    stateText: '待确认',
    summary: '请确认隐患信息',
    elements: [
      text(md`请核对，保存后由 ${personMention('ou_clerk1')} 受理。`),
      labelled([
        { label: '地点', value: multiline(typed, 200) },
        { label: '学时', value: quantity(80, '学时') },
      ]),
      image('img_v3_demo', typed),
      panel({
        title: md`原文 ${typed}`,
        expanded: false,
        elements: [text(multiline(typed, 500)), divider(), text(md`${typed}${typed}`)],
      }),
      buttonRow(
        [
          button({ text: '保存', act, style: 'primary', icon: 'check_outlined' }),
          button({ text: '修改', act: { ...act, act: 'draft.edit' }, style: 'default', disabled: typed }),
          openUrlButton({ text: '查看文件', url: 'https://gov.example.cn/a?b=1', style: 'text' }),
        ],
        {
          more: overflow({
            act: { act: 'draft.more', draft: 'd_7f3a' },
            options: [{ text: typed, value: 'x' }],
          }),
        },
      ),
    ],
  })
}

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
        submit: { text: '下一步：核对', act: { act: 'draft.review', draft: 'd_7f3a', rev: 3 } },
        reset: { text: '还原' },
      }),
      button({ text: '放弃本次填报', act: { act: 'draft.discard', draft: 'd_7f3a', rev: 3 }, style: 'text' }),
    ],
  })
}

export function menu(typed: string): Card {
  return card({
    title: '快速填报',
    state: 'info',
    summary: '选择要填报的事项',
    elements: [
      text(md`直接发一句话也可以，例如：${typed}`),
      menuTiles([
        { name: '人员变动', hint: '调入、调出、取证', act: { act: 'menu.form', form: 'staffing' } },
        { name: '培训记录', hint: '每年不少于80学时', act: { act: 'menu.form', form: 'training' } },
        {
          name: typed,
          hint: typed,
          act: { act: 'menu.form', form: 'hazard' },
          label: { colour: 'red', text: typed },
        },
      ]),
      columns([
        { width: 4, elements: [text(join([md`${bold(typed)}`, md`${typed}`]))] },
        { width: 'auto', elements: [button({ text: typed, act: { act: 'mine.open' }, style: 'default' })] },
      ]),
    ],
  })
}

const WEEKS = ['06-22', '06-29', '07-06', '07-13']
const RATES = [97.8, 95.1, 93.7, 91.3]

export function weekly(typed: string): Card {
  return card({
    title: '安监力量达标周报',
    subtitle: '2026-07-13 至 2026-07-19',
    icon: 'calendar_colorful',
    state: 'waiting',
    stateText: '需关注',
    summary: '达标率91.3%，3个乡镇需关注',
    width: 'fill',
    elements: [
      text(md`84个单位中 ${bold('77')} 个达标，较上周${colour('red', '下降2.4个百分点')}，主要在 ${typed}。`),
      kpis([
        { value: '91.3%', label: '达标率', tone: 'warn', hint: '较上周 -2.4' },
        { value: '77', label: '达标单位', tone: 'good', hint: '较上周 -2' },
        { value: '7', label: typed, tone: 'bad', hint: '较上周 +2' },
      ]),
      trendChart({
        title: '近四周达标率',
        unit: '%',
        points: WEEKS.map((x, week) => ({ x, y: RATES[week] ?? 0 })),
      }),
      rankingChart({
        title: '各县（市、区）达标率',
        unit: '%',
        bars: [
          { name: '高平市', value: 100, state: { text: '达标', tone: 'plain' } },
          { name: '阳城县', value: 94.1, state: { text: '需关注', tone: 'warn' } },
          { name: typed, value: 71.4, state: { text: '不达标', tone: 'bad' } },
        ],
      }),
      table({
        pageSize: 5,
        columns: {
          unit: { kind: 'text', title: '单位' },
          missing: { kind: 'number', title: typed, precision: 0, width: '80px' },
          since: { kind: 'date', title: '起于', width: '110px' },
          state: { kind: 'options', title: '状态', width: '100px' },
        },
        rows: [
          { unit: typed, missing: 2, since: '2026-07-13', state: [{ text: typed, colour: 'red' }] },
          { unit: '柿庄镇', missing: 1, since: '2026-07-06', state: [{ text: '需关注', colour: 'orange' }] },
        ],
      }),
      buttonRow([
        button({ text: '查看名单', act: { act: 'weekly.list', week: '2026-W29' }, style: 'primary' }),
        button({ text: '下载Word', act: { act: 'weekly.word', week: '2026-W29' }, style: 'default' }),
        button({ text: '下载Excel', act: { act: 'weekly.excel', week: '2026-W29' }, style: 'default' }),
      ]),
      note(md`口径：第五条，按周日在岗人数。来源：${typed} · 2026-07-20 09:00`),
    ],
  })
}

export const SAMPLES = { receipt, confirm, staffingForm, menu, weekly } as const
