// A question about one person, by name. Answered in private and about those only whom the asker may see; others are
// answered like people who are not there.
import { type Card, md } from '../../bot/cards/index.ts'
import type { Ctx, HeldPost, Outcome } from '../../bot/context.ts'
import { mayRead } from '../access.ts'
import { notice } from '../notice.ts'
import type { Command } from '../route.ts'

type PersonQuery = Pick<Command, 'words' | 'help'> & {
  /** said when no name is given */
  readonly asks: string
  /** of the posts in which somebody of that name is held, at least one */
  readonly card: (name: string, posts: readonly HeldPost[], ctx: Ctx) => Promise<Card>
  /** the action of the audit line, when an answer is noted */
  readonly audit?: string
}

const longestName = 15

export function personQuery({ words, help, asks, card, audit }: PersonQuery): Command {
  return {
    words,
    help,
    who: 'bound',
    inGroups: 'privately',
    async run(rest, { openId }, ctx): Promise<Outcome> {
      const to = { openId }
      const name = rest.trim().slice(0, longestName)
      if (name === '') return { say: [{ to, text: asks }] }
      const posts = await visiblePosts(name, ctx)
      const [first] = posts
      if (first === undefined) return { say: [{ to, card: nobody(name) }] }
      return {
        say: [{ to, card: await card(name, posts, ctx) }],
        ...(audit !== undefined && { audit: { action: audit, subject: `person:${first.personId}` } }),
      }
    },
  }
}

async function visiblePosts(name: string, ctx: Ctx): Promise<readonly HeldPost[]> {
  const visible: HeldPost[] = []
  for (const post of await ctx.store.people.named(name, ctx.today))
    if (await mayRead(ctx, post.unitId)) visible.push(post)
  return visible
}

function nobody(name: string): Card {
  return notice('没有查到', [
    md`您能查看的单位里，在岗名单没有“${name}”。`,
    '只能查本单位和下级的人；别的单位的人，由那个单位和它的上级查。发“名单”看有谁。',
  ])
}
