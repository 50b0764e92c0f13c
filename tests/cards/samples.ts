/** One card of each kind the bot shows, composed from the kit with a given stranger's text in every place for text. */
import {
  bold,
  button,
  buttonRow,
  type Card,
  card,
  colour,
  columns,
  divider,
  image,
  join,
  labelled,
  md,
  menuTiles,
  multiline,
  note,
  openUrlButton,
  overflow,
  panel,
  personMention,
  quantity,
  tag,
  text,
} from '../../bot/cards/index.ts'
import { staffingForm } from './sample-form.ts'
import { weekly } from './sample-weekly.ts'

function receipt(typed: string): Card {
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

function confirm(typed: string): Card {
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

function menu(typed: string): Card {
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

export const SAMPLES = { receipt, confirm, staffingForm, menu, weekly } as const
