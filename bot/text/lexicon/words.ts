// A lexicon gives its words in lists, as many to a line as fit; the rules ask for one of them.

/** The words of lists set out with spaces and line breaks; each may be a pattern. */
export const wordsOf = (...lists: readonly string[]): string[] =>
  lists.flatMap((list) => list.trim().split(/\s+/))

/** One of the words, as a pattern: the order counts only where one is the beginning of another. */
export const oneOf = (...lists: readonly string[]): string => `(?:${wordsOf(...lists).join('|')})`
