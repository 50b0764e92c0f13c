// The table: its schema, and the check of rows against columns (200914 cell, 200915 undeclared key).

import { z } from 'zod'
import { isTagColour } from './colours.ts'
import { common, horizontalAlign, sizeOf, verticalAlign } from './fields.ts'
import { asList, asNode, type Node, pathText, type Step } from './node.ts'
import type { CardProblem } from './problem.ts'

const dataTypes = ['text', 'lark_md', 'markdown', 'options', 'number', 'persons', 'date'] as const

const columnShape = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  data_type: z.enum(dataTypes),
  width: z
    .string()
    .regex(/^(auto|[1-9]\d?%|100%|\d+px)$/)
    .optional(),
  horizontal_align: horizontalAlign.optional(),
  vertical_align: verticalAlign.optional(),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().max(1).optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
})

export const table = z.strictObject({
  tag: z.literal('table'),
  ...common,
  columns: z.array(columnShape).min(1),
  rows: z.array(z.record(z.string(), z.unknown())),
  page_size: z.int().min(1).max(10).optional(),
  row_height: sizeOf(['low', 'middle', 'high', 'auto'], 32, 124).optional(),
  row_max_height: sizeOf([], 32, 999).optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: horizontalAlign.optional(),
      text_size: z.enum(['normal', 'heading']).optional(),
      background_style: z.enum(['none', 'grey']).optional(),
      text_color: z.enum(['default', 'grey']).optional(),
      bold: z.boolean().optional(),
      lines: z.int().min(1).optional(),
    })
    .optional(),
})

const option = z.strictObject({
  text: z.string(),
  color: z.string().refine(isTagColour, 'is not a colour of tags').optional(),
})

const cells: Record<(typeof dataTypes)[number], z.ZodType> = {
  text: z.string(),
  lark_md: z.string(),
  markdown: z.string(),
  options: z.union([z.string(), z.array(option)]),
  number: z.number(),
  persons: z.union([z.string(), z.array(z.string())]),
  date: z.number(),
}

/** The first wrong cell or key of a table that has passed its schema. */
export function tableProblem(node: Node, path: readonly Step[]): CardProblem | undefined {
  const types = new Map<string, z.ZodType>()
  for (const column of asList(node['columns']).map(asNode)) {
    const { name, data_type: type } = columnShape.parse(column)
    if (types.has(name))
      return { code: 200914, message: 'table column name is duplicate', path: pathText(path), value: name }
    types.set(name, cells[type])
  }
  for (const [index, row] of asList(node['rows']).map(asNode).entries()) {
    const problem = rowProblem(row, types)
    if (problem !== undefined)
      return { ...problem, path: pathText(path), value: `row ${index}, ${problem.value}` }
  }
  return undefined
}

function rowProblem(row: Node, types: ReadonlyMap<string, z.ZodType>): CardProblem | undefined {
  for (const [key, cell] of Object.entries(row)) {
    const type = types.get(key)
    if (type === undefined)
      return { code: 200915, message: 'table rows name is invalid', value: `column ${key}` }
    if (!type.safeParse(cell).success)
      return {
        code: 200914,
        message: 'table rows is invalid',
        value: `column ${key}: ${JSON.stringify(cell)}`,
      }
  }
  return undefined
}
