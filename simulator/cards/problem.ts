// What is wrong with a card, in the words of the platform's error envelope.

/** `code` is the inner code; `path` reads `ROOT -> body -> elements -> [2](tag: chart)`, absent at JSON level. */
export type CardProblem = { code: number; message: string; path?: string; value?: string }

/** The `msg` of a 230099 answer. */
export function problemMessage(problem: CardProblem): string {
  const parts = [
    `ErrCode: ${problem.code}`,
    ...(problem.path === undefined ? [] : [`ErrPath: ${problem.path}`]),
    `ErrMsg: ${problem.message}`,
    ...(problem.value === undefined ? [] : [`ErrorValue: ${problem.value}`]),
  ]
  return `Failed to create card content, ext=${parts.join('; ')}; `
}
