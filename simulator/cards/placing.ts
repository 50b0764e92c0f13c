// Walks the card's elements from the body down: every tag must exist, fit its schema and stand where it may.

import type { z } from 'zod'
import { containers } from './containers.ts'
import { displays } from './display.ts'
import { inputs } from './inputs.ts'
import { asList, asNode, type Node, pathText, type Step, tagOf } from './node.ts'
import type { CardProblem } from './problem.ts'
import { schemaProblem } from './schema-problem.ts'
import { table } from './table.ts'

/** An element where it stands. `form` is the form around it, `depth` the number of containers around it. */
export type Placed = { node: Node; tag: string; path: Step[]; parent: string; form?: Node; depth: number }

export type Placement = { placed: Placed[] } | { problem: CardProblem }

const schemas: Record<string, z.ZodType> = { ...containers, ...displays, ...inputs, table }
const gone = new Set(['note', 'action', 'textarea', 'time_picker', 'collapsible', 'tab'])
const containerTags = new Set(Object.keys(containers))
const deepest = 5

/** All elements in reading order, or the first problem met on the way. */
export function placeElements(card: Node): Placement {
  const placed: Placed[] = []
  const start: Around = { path: ['body', 'elements'], parent: 'body', depth: 0 }
  const problem = placeList(asList(asNode(card['body'])['elements']), start, placed)
  return problem === undefined ? { placed } : { problem }
}

type Around = Pick<Placed, 'path' | 'parent' | 'depth' | 'form'>

function placeList(list: readonly unknown[], around: Around, placed: Placed[]): CardProblem | undefined {
  for (const [index, item] of list.entries()) {
    const node = asNode(item)
    const tag = tagOf(node) ?? ''
    const here: Placed = { ...around, node, tag, path: [...around.path, { index, tag }] }
    placed.push(here)
    const problem = ownProblem(here) ?? placeChildren(here, placed)
    if (problem !== undefined) return problem
  }
  return undefined
}

function placeChildren(here: Placed, placed: Placed[]): CardProblem | undefined {
  if (!containerTags.has(here.tag)) return undefined
  const key = here.tag === 'column_set' ? 'columns' : 'elements'
  const form = here.tag === 'form' ? here.node : here.form
  const inside: Around = {
    path: [...here.path, key],
    parent: here.tag,
    depth: here.depth + 1,
    ...(form === undefined ? {} : { form }),
  }
  return placeList(asList(here.node[key]), inside, placed)
}

function ownProblem(here: Placed): CardProblem | undefined {
  const path = pathText(here.path)
  if (gone.has(here.tag)) {
    const message = 'cards of schema V2 no longer support this capability'
    return { code: 200861, path, message, value: `unsupported tag ${here.tag}` }
  }
  const schema = schemas[here.tag]
  if (schema === undefined || !mayStand(here))
    return { code: 200621, path, message: `type of element is not supported tag: ${here.tag}` }
  if (containerTags.has(here.tag) && here.depth >= deepest)
    return { code: 11310, path, message: 'container nesting exceeds the limit' }
  return schemaProblem(schema, here.node, here.path)
}

/** The nesting matrix. */
function mayStand({ tag, parent, form, node }: Placed): boolean {
  if ((parent === 'column_set') !== (tag === 'column')) return false
  switch (tag) {
    case 'form':
    case 'table':
      return parent === 'body'
    case 'chart':
      return form === undefined
    case 'multi_select_static':
    case 'multi_select_person':
      return form !== undefined
    case 'select_img':
      return form !== undefined || node['multi_select'] !== true
    default:
      return true
  }
}
