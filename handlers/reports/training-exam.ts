// Who took part in a training and how their exams went, from what was said. Imported by training.ts.
import type { Item, Problem } from './define.ts'

/** Everybody who is named, each once. */
export const names = (item: Item): string[] => {
  const listed = Array.isArray(item['participants']) ? item['participants'].map(nameOf) : []
  const results = Array.isArray(item['results']) ? item['results'].map(nameOf) : []
  return [...new Set([...listed, ...results])].filter((name) => name !== '')
}

function nameOf(entry: unknown): string {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return ''
  return String(Reflect.get(entry, 'person') ?? Reflect.get(entry, 'name') ?? '')
}

/** Puts the exam into its field; a score that cannot be one is taken out and asked about. */
export function withExam(item: Item): Item {
  const results = Array.isArray(item['results']) ? item['results'] : []
  const strange = results.map((one) => Reflect.get(one, 'score')).find((score) => !isScore(score))
  if (strange === undefined) return { ...examOf(item), ...item }
  const { results: _, ...rest } = item
  return { ...rest, participants: names(item), strangeScore: strange }
}

/** Of a hundred, as exams are marked here. */
const isScore = (score: unknown): boolean => typeof score !== 'number' || (score >= 0 && score <= 100)

/** What 120 points of an unknown whole mean is asked; once it is chosen, the number does not matter any more. */
export function scoreProblems({ strangeScore, passed }: Item): Problem[] {
  if (typeof strangeScore !== 'number' || passed !== undefined) return []
  const sentence = `考试读到的是 ${strangeScore} 分，应在0到100分之间。请在“考试”里选合格或不合格。`
  return [{ field: 'passed', sentence }]
}

// One field for the exam when everybody has the same result; different results stay with each person.
function examOf(item: Item): Item {
  const results = Array.isArray(item['results'])
    ? item['results'].map((one) => String(Reflect.get(one, 'result')))
    : []
  const [first] = results
  const same = first !== undefined && results.every((result) => result === first)
  const passed = same && (first === 'pass' || first === 'fail') ? { passed: first } : {}
  const all = names(item)
  return { ...passed, ...(all.length === 0 ? {} : { participants: all }) }
}

/** The exam of one of them, as a record keeps it. */
export function resultOf(item: Item, name: string): { result?: string; score?: number } {
  const own = Array.isArray(item['results']) ? item['results'].find((one) => nameOf(one) === name) : undefined
  const result = own === undefined ? item['passed'] : Reflect.get(own, 'result')
  const score: unknown = own === undefined ? undefined : Reflect.get(own, 'score')
  return {
    ...(typeof result === 'string' && result !== 'none' ? { result } : {}),
    ...(typeof score === 'number' ? { score } : {}),
  }
}
