// Which row is the header, which column is what, which rows are no lines.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../bot/sheets/read.ts'
import { writeWorkbook } from '../../../bot/sheets/write.ts'
import { readList } from '../../../handlers/files/lines.ts'
import { roster } from '../../../handlers/files/roster.ts'

const read = (rows: readonly (readonly string[])[]) => readList([{ name: '一', rows }], '2026-03-06')

describe('a list', () => {
  test('of any columns in any order under any of their names is read back as it was meant', () => {
    const names = fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/).filter((name) => !/[计总表注说备]/.test(name))
    const value: Readonly<Record<string, fc.Arbitrary<string>>> = {
      person: names,
      department: names,
      role: names,
      effectiveDate: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
      fullTime: fc.constantFrom('是', '否'),
      phone: fc.stringMatching(/^1[3-9]\d{9}$/),
      experienceYears: fc.integer({ min: 0, max: 60 }).map(String),
    }
    const columns = roster.columns.filter((column) => column.name in value)
    const others = columns.filter((column) => column.name !== 'person')
    const table = fc
      .shuffledSubarray(others, { minLength: 2 })
      .chain((some) =>
        fc.shuffledSubarray([...columns.filter(({ name }) => name === 'person'), ...some], {
          minLength: some.length + 1,
        }),
      )
      .chain((chosen) =>
        fc.record({
          chosen: fc.constant(chosen),
          heads: fc.tuple(...chosen.map(({ field, heads }) => fc.constantFrom(field.label, ...heads))),
          rows: fc.array(fc.tuple(...chosen.map(({ name }) => value[name] ?? names)), {
            minLength: 1,
            maxLength: 6,
          }),
        }),
      )

    fc.assert(
      fc.property(table, ({ chosen, heads, rows }) => {
        const bytes = writeWorkbook([{ name: '名单', header: heads, rows }])
        const file = readTable('a.xlsx', bytes)
        const list = file !== undefined && 'sheets' in file ? readList(file.sheets, '2026-03-06') : undefined

        expect(list?.type.kind).toBe('rosterList')
        expect(list?.lines.map((line) => line.values)).toEqual(
          rows.map((row) =>
            Object.fromEntries(
              chosen.map(({ name, read: readCell }, at) => [
                name,
                readCell(row[at] ?? '', { today: '2026-03-06', values: {} }),
              ]),
            ),
          ),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('is found on any sheet, below a title and remarks', () => {
    const found = readList(
      [
        { name: '封面', rows: [['郑庄镇']] },
        {
          name: '名单',
          rows: [['应急人员名单', '应急人员名单'], ['截至3月'], [], ['姓名', '科室'], ['张三', '应急办']],
        },
      ],
      '2026-03-06',
    )

    expect(found?.lines).toEqual([
      { line: 5, values: { person: '张三', department: '应急办' }, wrong: [], notes: [] },
    ])
  })

  test('has no lines in sums, remarks, section titles and repeated headers', () => {
    const head = ['姓名', '科室', '职务']
    const title = Array.from({ length: 3 }, () => '一、应急办')
    const found = read([
      head,
      title,
      ['张三', '应急办', '站长'],
      [],
      head,
      ['合计', '1人'],
      ['备注：完'],
      ['填表人：李四', '', ''],
    ])

    expect(found?.lines.map((line) => line.line)).toEqual([3])
  })

  test('names the columns that are not kept and those that mean nothing to it', () => {
    const found = read([
      ['序号', '姓名', '公民身份号码', '科室', '籍贯'],
      ['1', '张三', '140521199001011234', '应急办', '沁水'],
    ])

    expect(found?.identity).toEqual(['公民身份号码'])
    expect(found?.unknown).toEqual(['籍贯'])
    expect(found?.shown.header).not.toContain('公民身份号码')
    expect(JSON.stringify([found?.lines, found?.shown.rowOf(2)])).not.toContain('1990')
  })

  test('keeps no identity number that stands in another column', () => {
    const found = read([
      ['姓名', '电话'],
      ['张三', '140521199001011234'],
    ])

    expect(JSON.stringify(found?.lines)).not.toContain('1405211990')
  })

  test('says of each wrong cell what was read and what is expected', () => {
    const [line] =
      read([
        ['姓名', '到岗日期', '专职'],
        ['张3', '三月上旬', '大概'],
      ])?.lines ?? []

    expect(line?.wrong).toEqual([
      expect.stringContaining('“张3”'),
      expect.stringContaining('“大概”'),
      expect.stringContaining('“三月上旬”'),
    ])
  })

  test('has no value where the cell holds a stroke or says that there is none', () => {
    const found = read([
      ['姓名', '职务', '手机', '专职', '持证情况'],
      ['张三', '-', '无', '／', '无'],
    ])

    expect(found?.lines[0]).toEqual({ line: 2, values: { person: '张三' }, wrong: [], notes: [] })
  })

  test('refuses a telephone that has lost its end, and knows results by ticks', () => {
    const [wrong] =
      read([
        ['姓名', '手机'],
        ['张三', '1.38E+10'],
      ])?.lines ?? []
    const passed = read([
      ['姓名', '培训类型', '是否合格'],
      ...['是', '√', '否', '×'].map((cell) => ['李四', '轮训', cell]),
    ])?.lines.map((line) => line.values['passed'])

    expect(wrong?.wrong).toEqual([expect.stringContaining('电话读到的是“1.38E+10”')])
    expect(passed).toEqual(['pass', 'pass', 'fail', 'fail'])
  })

  test('may say both days of a training in one cell, and its result in that of the score', () => {
    const found = read([
      ['姓名', '培训类型', '培训起止时间', '成绩'],
      ['李四', '轮训', '2026.3.4-3.17', '合格'],
      ['王五', '轮训', '2026.3.4-3.17', '92分'],
    ])

    const days = { trainingType: 'rotation', startDate: '2026-03-04', endDate: '2026-03-17' }
    expect(found?.lines).toEqual([
      { line: 2, values: { person: '李四', ...days, passed: 'pass' }, wrong: [], notes: [] },
      { line: 3, values: { person: '王五', ...days, score: 92 }, wrong: [], notes: [] },
    ])
  })

  test('believes a column about itself before what another one says besides', () => {
    const found = read([
      ['姓名', '培训类型', '培训时间', '结束时间', '考试成绩', '考核结果'],
      ['李四', '轮训', '2026.3.4-3.17', '2026.3.18', '合格', '不合格'],
    ])

    expect(found?.lines[0]?.values).toMatchObject({ endDate: '2026-03-18', passed: 'fail' })
  })

  test('is no list without names', () => {
    expect(
      read([
        ['科室', '职务'],
        ['应急办', '站长'],
      ]),
    ).toBeUndefined()
  })
})
