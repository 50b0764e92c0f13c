// Turns what a schema found into the platform's words: an unknown property, or JSON of the wrong form (200621).

import type { z } from 'zod'
import { asNode, type Node, pathText, type Step, tagOf } from './node.ts'
import type { CardProblem } from './problem.ts'

/** The first thing a schema does not like about `node`, which stands at `path`. */
export function schemaProblem(schema: z.ZodType, node: Node, path: readonly Step[]): CardProblem | undefined {
  const result = schema.safeParse(node)
  if (result.success) return undefined
  const { issues } = result.error
  const issue = deepest(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0])
  const steps = pathText([...path, ...stepsInto(node, issue?.path ?? [])])
  if (issue?.code === 'unrecognized_keys')
    return {
      code: 200621,
      message: `unknown property, property: ${issue.keys[0]}, path: ${steps}`,
    }
  return {
    code: 200621,
    message: 'parse card json err, please check whether the card json is correct',
    path: steps,
    value: issue?.message ?? 'wrong form',
  }
}

type Issue = z.core.$ZodIssue

// a union hides what each of its members found; the member that came furthest says most
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
  return inner.sort((a, b) => b.path.length - a.path.length)[0] ?? issue
}

function stepsInto(node: Node, keys: readonly PropertyKey[]): Step[] {
  const steps: Step[] = []
  let here: unknown = node
  for (const key of keys) {
    here = Array.isArray(here) ? here[Number(key)] : asNode(here)[String(key)]
    steps.push(typeof key === 'number' ? { index: key, tag: tagOf(asNode(here)) } : String(key))
  }
  return steps
}
