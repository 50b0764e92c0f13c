// Which known words are closest to what somebody typed, by the characters they share. Enough for "did you mean";
// nothing is ever decided by it.

/**
 * The values whose best word is closest to what was typed, closest first, at most `count`. Values whose likeness is not
 * above `least` are left out: 0 those that share no character, 1 all. Of equals the earlier one stands first.
 */
export function nearest<T>(
  typed: string,
  candidates: Iterable<{ readonly words: readonly string[]; readonly value: T }>,
  count: number,
  least = 0,
): readonly T[] {
  const scored: { value: T; score: number }[] = []
  const wanted = new Set(typed)
  for (const { words, value } of candidates) {
    const score = Math.max(0, ...words.map((word) => likeness(wanted, word)))
    if (score > least) scored.push({ value, score })
  }
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ value }) => value)
}

/** Shared characters against all characters of both: 1 for the same ones, 0 for none. */
function likeness(wanted: ReadonlySet<string>, word: string): number {
  const own = new Set(word)
  let shared = 0
  for (const character of own) if (wanted.has(character)) shared += 1
  return (2 * shared) / (wanted.size + own.size)
}
