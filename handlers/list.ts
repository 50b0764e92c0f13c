// The tables: every command people can type and every button they can press. Help is made from them, and a new
// one is a line here.
import type { HelpBook } from './help.ts'
import { helpCommand, helpPress } from './help.ts'
import { reportTypes } from './reports/index.ts'
import { reportPresses } from './reports/press.ts'
import { withdrawCommand } from './reports/withdraw.ts'
import type { Command, Press } from './route.ts'
import { tipExample, tipFormPresses, tipWords } from './tips/form.ts'
import { tipPresses } from './tips/press.ts'

export const commands: readonly Command[] = [helpCommand(book), withdrawCommand]

export const presses: readonly Press[] = [helpPress(book), ...reportPresses, ...tipFormPresses, ...tipPresses]

export function book(): HelpBook {
  const bound = reportTypes.map(({ kind, words, example }) => ({
    kind,
    words,
    example,
    who: 'bound' as const,
  }))
  return {
    commands,
    reports: [...bound, { kind: 'hazard', words: tipWords, example: tipExample, who: 'anyone' }],
  }
}
