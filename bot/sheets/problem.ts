// Why a file is not read as a table. Imported by bot/sheets/ and, for its names, by bot/context.ts.

/** oldExcel: .xls of before 2007, or a table of another program · locked: a password · wide: more than a list is allowed to have */
export type SheetProblem =
  | 'oldExcel'
  | 'locked'
  | 'macros'
  | 'bomb'
  | 'tooManyLines'
  | 'damaged'
  | 'noCells'
  | 'encoding'

/** Ends the reading of a file; bot/sheets/read.ts turns it into an answer. */
export class SheetError extends Error {
  readonly problem: SheetProblem

  constructor(problem: SheetProblem) {
    super(`sheet: ${problem}`)
    this.problem = problem
  }
}
