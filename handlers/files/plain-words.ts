// 把名单导出来, 要个花名册模板: lists and templates asked for in plain words, written as their commands are typed.
import type { MessageIn } from '../../bot/context.ts'

const longest = 30
/** A question about lists, or word of what was done, is not the wish for one. */
const otherwise = /[？?]|怎么|如何|不要|别|已|过了|填好/u
const exporting = /导出|下载|(?:发|给)我?.{0,12}(?:excel|xlsx)/iu
const template = /模[板版]|空白?表|样表/u
const listed = /名单|人员|花名册|名册|培训/u
const bareTemplate = /^(?:请|帮我|给我?|我?要|来|发|下载|一?[个份下]|的|\s)*模[板版]$/u

/** The command that is meant; undefined for anything else. */
export function fileWords({ text }: Pick<MessageIn, 'text'>): string | undefined {
  const said = text.trim()
  if ([...said].length > longest || otherwise.test(said)) return undefined
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
