// A rule that the bot tells: facts with their source for anybody, in groups too, since they speak of nobody.
import { type BodyElement, card } from '../../bot/cards/index.ts'
import { answerTo, type Command } from '../route.ts'

type Rule = Pick<Command, 'words' | 'help'> & {
  readonly title: string
  /** the paper it stands in, when it is one */
  readonly source?: string
  readonly elements: readonly BodyElement[]
}

export function rule({ words, help, title, source, elements }: Rule): Command {
  const shown = card({
    title,
    ...(source !== undefined && { subtitle: source }),
    state: 'info',
    icon: 'info_outlined',
    summary: title,
    elements,
  })
  return {
    words,
    help,
    who: 'anyone',
    inGroups: 'here',
    run: async (_rest, message) => ({ say: [{ to: answerTo(message), card: shown }] }),
  }
}
