// `anjian obligations`: all 114 obligations of the document, what is computed and what still waits for a record.
import { obligations as all } from '../../policy/index.ts'
import { type Command, output } from './command.ts'

export const obligations: Command = {
  usage: 'anjian obligations [--json]',
  words: 0,
  async run(_words, options) {
    output(
      options,
      all,
      all.map(
        ({ id, title, implementation, intake }) =>
          `${id.padEnd(7)} ${implementation.padEnd(8)} ${intake.padEnd(11)} ${title}`,
      ),
    )
  },
}
