// What a correction says: which value is new, which was wrong, and the words before them, which tell whose and which
// field. Only the form is read here; values are read by the field they are for.
import { ordinal } from './place.ts'

export type Correction = {
  /** the words before the new value: 孙三的日期 */
  readonly subject: string
  readonly old?: string | undefined
  readonly value: string
}

/** How people say that a value takes the place of another. */
export const becomes = '(?:应该?(?:是|为|叫)|改成|改为|改到|改(?=\\d)|更正为|更改为|换成)'
const wrong = '(?:(?:写|报|填|弄|搞|打)?错了?|不对|有误|不准)'
const field = '(?:日期|时间|姓名|名字|电话|手机号?|职务|岗位|学时|证书)'
const forms: readonly RegExp[] = [
  /^(?<subject>.*?)不是(?<old>[^,]{1,20}),?(?:而|应该?)?是(?<value>.{1,30})$/u,
  /^(?<subject>.*?)(?:应该?)?是(?<value>[^,]{1,20}),?(?:而)?不是(?<old>[^,]{1,20})$/u,
  new RegExp(`^(?<subject>.*?)${becomes}[:,]?(?<value>.{1,40})$`, 'u'),
  /^(?:更正|纠正|订正|勘误)(?:一下)?[:,]?(?<subject>(?:.*?的)?)(?<value>[^,]{1,40})$/u,
  new RegExp(`^(?<subject>.*?)${wrong}[:,]?(?:是|为|叫|改)?(?<value>[^,]{2,30})$`, 'u'),
  /^(?<subject>.{0,20}?)(?<value>[\d一二三四五六七八九十]+月.{1,6}?)才(?:对|是)$/u,
  new RegExp(`^(?<subject>.{0,12}?${field})(?:是|为|:)(?<value>.{1,30})$`, 'u'),
  /^(?<subject>(?:再)?补充(?:一下)?(?:他的?|她的?)?(?:电话|手机号?)|.{0,8}(?:电话|手机号?)补充)(?:一下|是|为)?[:,]?(?<value>1\d{10})$/u,
  /^(?<subject>)(?<value>专职|兼职)的?$/u,
  new RegExp(`^(?<subject>${ordinal}[个条项位人]?)是(?<value>.{1,20})$`, 'u'),
]

export function correctionSaid(text: string): Correction | undefined {
  const said = plain(text)
  for (const form of forms) {
    const { subject, old, value } = form.exec(said)?.groups ?? {}
    const clean = value?.replace(/^(?:是|叫|为|,)+|(?:才对|才是|的|吧|了)+$/gu, '') ?? ''
    if (clean !== '' && !/[?]|吗$/u.test(clean)) return { subject: subject ?? '', old, value: clean }
  }
  return undefined
}

/** 去掉注安师证, 张三没有注安师证: the certificate and the words before it. */
export function certificateTakenAway(text: string): Correction | undefined {
  const form =
    /^(?<subject>.{0,8}?)(?:其实)?(?:去掉|删掉|删除|没有?|不要|取消|去除)(?:了)?(?<value>[^,]{0,6}(?:注安|注册安全|工程师|安全员|评价师|建造师)[^,]{0,6}|证书)$/u
  const { subject, value } = form.exec(plain(text).replace(/[了吧]$/u, ''))?.groups ?? {}
  return value === undefined ? undefined : { subject: subject ?? '', value }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[\s，、]*[,，]\s*/gu, ',')
    .replace(/[。.!！]$/u, '')
}

/** The fields by the words people use for them; the names are those of the report types. */
const named: readonly (readonly [words: RegExp, names: readonly string[]])[] = [
  [/结束(?:日期|时间)/u, ['endDate']],
  [/(?:到期|有效期)/u, ['expiryDate', 'endDate']],
  [/日期|时间|哪天/u, ['effectiveDate', 'startDate', 'issueDate']],
  [/姓名|名字|人名/u, ['person']],
  [/电话|手机/u, ['phone']],
  [/职务|职位/u, ['role']],
  [/学时|课时/u, ['hours']],
  [/证书/u, ['certificates']],
]

/** The field that the words before the value name, of those the report has. */
export function fieldNamed(subject: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const names = named.find(([words]) => words.test(subject))?.[1] ?? []
  return names.find((name) => fields[name] !== undefined)
}

/** 周七的日期: somebody is named who may be in no report. */
export function personBefore(subject: string): string | undefined {
  const name = new RegExp(`^(?:把|将)?(\\p{Script=Han}{2,3})的${field}`, 'u').exec(subject)?.[1]
  return name === undefined || /[刚才上一那这前面我他她培训报件次]/u.test(name) ? undefined : name
}

/** Words before the value that tell neither whose nor which field: 李四电话是… is about somebody else. */
export function othersIn(rest: string): string {
  return rest.replace(
    new RegExp(`${wrong}|${field}|生效|开始|结束|培训|${ordinal}[个位人]|[他她其实改]|补充|前面`, 'gu'),
    '',
  )
}

/** 学时改成40: what stands before 改成 and the like, and all that follows, as typed; undefined when nothing follows. */
export function turnedInto(text: string): Correction | undefined {
  const [before = '', ...after] = text.split(new RegExp(`${becomes}[：:,，]?`, 'u'))
  const value = after
    .join('')
    .replace(/[。.！!]$/u, '')
    .trim()
  return value === '' ? undefined : { subject: before.replace(/^(?:请)?(?:把|将)?/u, '').trim(), value }
}
