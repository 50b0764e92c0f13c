// The chart's specification: a known type, data where it belongs, fields that the data has, and no functions.
// The platform checks with VChart's own schema; this follows the documented types.

import { asList, asNode, type Node, pathText, type Step } from './node.ts'
import type { CardProblem } from './problem.ts'

/** type → keys that name fields of the data; those with `?` may be absent */
const fieldsOf: Record<string, readonly string[]> = {
  line: ['xField', 'yField', 'seriesField?'],
  area: ['xField', 'yField', 'seriesField?'],
  bar: ['xField', 'yField', 'seriesField?'],
  scatter: ['xField', 'yField', 'seriesField?', 'sizeField?'],
  pie: ['categoryField', 'valueField'],
  funnel: ['categoryField', 'valueField', 'seriesField?'],
  radar: ['categoryField', 'valueField', 'seriesField?'],
  linearProgress: ['xField', 'yField', 'seriesField?'],
  circularProgress: ['valueField', 'categoryField', 'seriesField?'],
  wordCloud: ['nameField', 'valueField'],
  common: [],
}

/** keys whose wrong form is the usual mistake */
const forms: Record<string, (value: unknown) => boolean> = {
  axes: Array.isArray,
  legends: (value) => typeof value === 'object' && value !== null,
  title: (value) => typeof value === 'object' && value !== null,
  label: (value) => typeof value === 'object' && value !== null,
  media: Array.isArray,
}

/** The first thing wrong with `chart_spec` (200550). */
export function chartProblem(node: Node, path: readonly Step[]): CardProblem | undefined {
  const spec = asNode(node['chart_spec'])
  const complaint = functionIn(spec) ?? wrongForm(spec) ?? wrongSeries(spec, asList(spec['data']).map(asNode))
  if (complaint === undefined) return undefined
  return { code: 200550, path: pathText(path), message: 'chart spec is invalid', value: complaint }
}

function functionIn(value: unknown): string | undefined {
  if (typeof value === 'function') return '- (root): functions are not allowed'
  if (typeof value !== 'object' || value === null) return undefined
  for (const member of Object.values(value)) {
    const found = functionIn(member)
    if (found !== undefined) return found
  }
  return undefined
}

function wrongForm(spec: Node): string | undefined {
  for (const [key, fits] of Object.entries(forms)) {
    if (spec[key] !== undefined && !fits(spec[key]))
      return `- ${key}: Invalid type. Given: ${JSON.stringify(spec[key])}`
  }
  return undefined
}

function wrongSeries(spec: Node, shared: readonly Node[]): string | undefined {
  const fields = fieldsOf[String(spec['type'])]
  if (fields === undefined) return `- type: ${String(spec['type'])} is not a chart`
  if (spec['type'] !== 'common') return wrongFields(spec, fields, rowsOf(spec['data']))
  const series = asList(spec['series']).map(asNode)
  if (series.length === 0) return '- series: must have at least one'
  for (const one of series) {
    const data =
      one['data'] ?? shared[Number(one['dataIndex'] ?? 0)] ?? shared.find(({ id }) => id === one['dataId'])
    const problem = wrongFields(one, fieldsOf[String(one['type'])] ?? ['type'], rowsOf(data))
    if (problem !== undefined) return problem
  }
  return undefined
}

/** `{values: […]}`, or a list of such with one element */
function rowsOf(data: unknown): readonly Node[] | undefined {
  const holder = asNode(Array.isArray(data) ? data[0] : data)
  return Array.isArray(holder['values']) ? holder['values'].map(asNode) : undefined
}

function wrongFields(
  spec: Node,
  fields: readonly string[],
  rows: readonly Node[] | undefined,
): string | undefined {
  if (rows === undefined) return '- data: values are missing'
  for (const field of fields) {
    const key = field.replace('?', '')
    const names = [spec[key] ?? []].flat()
    if (names.length === 0 && !field.endsWith('?')) return `- ${key}: is required`
    const problem = wrongNames(key, names, rows)
    if (problem !== undefined) return problem
  }
  return undefined
}

function wrongNames(key: string, names: readonly unknown[], rows: readonly Node[]): string | undefined {
  for (const name of names) {
    if (typeof name !== 'string') return `- ${key}: must be text`
    if (rows.length > 0 && !rows.some((row) => name in row)) return `- ${key}: the data has no ${name}`
  }
  return undefined
}
