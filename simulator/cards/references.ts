// What a card refers to must exist: images (200570), people (100290), addresses with a scheme the client opens.

import { type MarkdownReferences, markdownReferences } from './markdown-references.ts'
import { asList, asNode, type Node, tagOf, visitNodes } from './node.ts'
import type { CardProblem } from './problem.ts'

/** What a card may refer to: keys of images the bot uploaded, ids of people the app can see. */
export type CardSurroundings = { imageKeys: ReadonlySet<string>; openIds: ReadonlySet<string> }

/** The first reference that leads nowhere. */
export function referenceProblem(card: Node, surroundings: CardSurroundings): CardProblem | undefined {
  const found: MarkdownReferences = { people: [], images: [], links: [] }
  visitNodes(card, (node) => collect(node, found))
  const image = found.images.find((key) => !surroundings.imageKeys.has(key))
  if (image !== undefined) return { code: 200570, message: 'card contains invalid image keys', value: image }
  const person = found.people.find((id) => !surroundings.openIds.has(id))
  if (person !== undefined) {
    const message = 'There is an invalid user resource(at/person) in your card'
    return { code: 100290, message, value: person }
  }
  const link = found.links.find((address) => !/^(https?|tel|lark|applink):/.test(address))
  if (link !== undefined)
    return { code: 200621, message: 'a link must begin with http or https', value: link }
  return undefined
}

function collect(node: Node, found: MarkdownReferences): void {
  if (typeof node['img_key'] === 'string') found.images.push(node['img_key'])
  const tag = tagOf(node)
  if ((tag === 'markdown' || tag === 'lark_md') && typeof node['content'] === 'string')
    read(node['content'], found)
  if (tag === 'person' && typeof node['user_id'] === 'string') found.people.push(node['user_id'])
  if (tag === 'person_list' && node['drop_invalid_user_id'] !== true) {
    for (const person of asList(node['persons'])) found.people.push(String(asNode(person)['id']))
  }
  if (tag === 'table') collectCells(node, found)
}

function collectCells(table: Node, found: MarkdownReferences): void {
  for (const column of asList(table['columns']).map(asNode)) {
    const type = column['data_type']
    for (const row of asList(table['rows']).map(asNode)) {
      const cell = row[String(column['name'])]
      if (type === 'persons') found.people.push(...[cell ?? []].flat().map(String))
      if ((type === 'markdown' || type === 'lark_md') && typeof cell === 'string') read(cell, found)
    }
  }
}

function read(content: string, found: MarkdownReferences): void {
  const more = markdownReferences(content)
  found.people.push(...more.people)
  found.images.push(...more.images)
  found.links.push(...more.links)
}
