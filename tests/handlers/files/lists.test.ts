// What every list type keeps to.
import { expect, test } from 'vitest'
import { listTypes } from '../../../handlers/files/lists.ts'

test.each(listTypes.map((type) => [type.title, type] as const))(
  'the columns of %s have no word in common',
  (_, type) => {
    const words = type.columns.flatMap((column) => [column.field.label, ...column.heads])

    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  },
)
