// What must say the same in two places says the same: settings, schema, help, commands, packages, subscriptions.
import { execFileSync, spawnSync } from 'node:child_process'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { describe, expect, test } from 'vitest'
import { settings } from '../../bot/config.ts'
import { helpCard } from '../../handlers/help.ts'
import { book, commands } from '../../handlers/list.ts'
import { reportTypes } from '../../handlers/reports/index.ts'
import { obligations } from '../../policy/index.ts'
import { migrationNames, migrationSql } from '../../prisma/engine.ts'
import { memberCity } from '../handlers/city.ts'
import { asked, wordsOf } from '../support/ctx.ts'
import { below, isThere, read, readmes, rows } from './pages.ts'

const pack = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>
const packages = { ...pack.dependencies, ...pack.devDependencies }
const unticked = (cell: string | undefined) => (cell ?? '').replaceAll('`', '')

test('.env.example names exactly the settings', () => {
  const names = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)

  expect(names.sort()).toEqual(Object.keys(settings.shape).sort())
})

describe('migrations', () => {
  const folder = 'prisma/migrations'
  const names = migrationNames(folder)
  const schemaOf = (name: string | undefined) =>
    name === undefined ? undefined : read(`${folder}/${name}/schema.prisma`)
  const sqlBetween = (from: string | undefined, to: string) =>
    migrationSql(from, to, new PrismaLibSql({ url: ':memory:' }))

  test('nothing is left between the newest one and the schema', async () => {
    expect(await sqlBetween(schemaOf(names.at(-1)), read('prisma/schema.prisma'))).toBe('')
  })

  test.each(names)('the SQL of %s leads from the schema before it to its own', async (name) => {
    const before = schemaOf(names[names.indexOf(name) - 1])
    // What moves rows is written by hand, each statement below a comment that says so.
    const made = read(`${folder}/${name}/migration.sql`).replace(/^-- By hand: [\s\S]*?;\n\n/gm, '')

    expect(made.trim()).toBe((await sqlBetween(before, schemaOf(name) ?? '')).trim())
  })
})

test('every obligation that code or documents refer to stands in policy', () => {
  const files = git('ls-files', '*.ts', '*.md').filter((file) => !file.startsWith('tests/'))
  const known = new Set(obligations.map(({ id }) => id))
  const strange = files.flatMap((file) =>
    [...read(file).matchAll(/\bA(?:0[1-9]|1[0-6])-\d+\b/g)]
      .filter(([id]) => !known.has(id))
      .map(([id]) => [file, id]),
  )

  expect(strange).toEqual([])
})

test('help shows every command and every report', async () => {
  await using database = await memberCity()
  const words = await asked(database, { openId: 'ou_clerk' }, async (ctx) =>
    wordsOf({ say: [{ to: { openId: 'ou_clerk' }, card: helpCard(book(), ctx) }] }),
  )
  const promised = [
    ...commands.map(({ help }) => help?.example),
    ...book().reports.map(({ example }) => example),
  ]

  expect(promised).not.toContain(undefined)
  expect(promised.filter((example) => !words.includes(example ?? ''))).toEqual([])
})

test('the commands of both READMEs are those of the command line, with the same options', () => {
  const line = spawnSync(process.execPath, ['--import', 'tsx', 'bot/cli/main.ts'], { encoding: 'utf8' })
  const usages = line.stderr.split('\n').filter((usage) => usage.startsWith('anjian '))
  const said = (usage: string) => {
    const [name = '', ...rest] = usage.replaceAll('\\|', '|').split(/\s+/).slice(1)
    const options = rest.join(' ').match(/--[\w-]+/g) ?? []
    return [name, ...options.filter((option) => option !== '--json').sort()].join(' ')
  }

  expect(usages.length).toBeGreaterThan(5)
  for (const readme of readmes) {
    const shown = rows(read(readme))
      .map(([cell]) => unticked(cell))
      .filter((cell) => cell.startsWith('npx anjian '))
    expect(shown.map((cell) => said(cell.slice('npx '.length))).sort()).toEqual(usages.map(said).sort())
  }
})

test('every npm command that a document shows is a script', () => {
  const shown = [...readmes, 'ARCHITECTURE.md', 'docs/guide-operators.md'].flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run )?(\w+)/g)].map(([, name = '']) => name),
  )

  expect(
    shown.filter((name) => !(name in pack.scripts) && !['outdated', 'view', 'and'].includes(name)),
  ).toEqual([])
})

test('both READMEs subscribe to exactly the events that are read', () => {
  const known = [...read('bot/feishu/inbound.ts').matchAll(/^ {2}'((?:im|application|card)\.[\w.]+)':/gm)]
  const types = known.map(([, type = '']) => type).sort()

  expect(types.length).toBeGreaterThan(5)
  for (const readme of readmes) {
    const told = [...read(readme).matchAll(/`((?:im|application|card)\.[\w.]+(?:_v\d|trigger))`/g)]
    expect(told.map(([, type = '']) => type).sort()).toEqual(types)
  }
})

test('both READMEs name a menu key for every report', () => {
  for (const readme of readmes) {
    const keys = [...read(readme).matchAll(/`report:(\w+)`/g)].map(([, kind = '']) => kind)
    expect(keys.sort()).toEqual(reportTypes.map(({ kind }) => kind).sort())
  }
})

test('both READMEs ask for the same scopes, in the table and in the JSON', () => {
  const asked = readmes.map((readme) => {
    const [, json = '{}'] = /```json\s+(\{.*\})\s+```/.exec(read(readme)) ?? []
    const listed = rows(read(readme)).flatMap(([cell = '']) => cell.match(/(?:im|contact):[\w.:]+/g) ?? [])
    return { listed: listed.sort(), imported: (JSON.parse(json).scopes.tenant as string[]).sort() }
  })

  expect(asked[0]?.imported.length).toBeGreaterThan(3)
  for (const { listed, imported } of asked)
    expect([listed, imported]).toEqual([asked[0]?.imported, asked[0]?.imported])
})

test('no TypeScript file is longer than 250 lines', () => {
  const long = git('ls-files', '*.ts', '*.tsx')
    .filter((file) => isThere(file) && !file.includes('generated'))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250)

  expect(long).toEqual([])
})

describe('docs/decisions/0001-dependencies.md', () => {
  const table = rows(read('docs/decisions/0001-dependencies.md'))

  test('has a line for every dependency, and for nothing else', () => {
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(packages).sort())
  })

  test('tells the version and licence of what is installed', () => {
    const installed = table.map(([name]) => {
      const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`))
      return [name, version, license]
    })

    expect(table.map((cells) => cells.slice(0, 3))).toEqual(installed)
  })

  test('all versions are exact', () => {
    expect(
      Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([])
  })
})

test('0009 names every package that has an install script', () => {
  const lock = JSON.parse(read('package-lock.json')).packages as Record<
    string,
    { hasInstallScript?: boolean }
  >
  const scripted = Object.entries(lock).filter(([path, one]) => path !== '' && one.hasInstallScript === true)
  const why = /\*\*Why no scripts\.\*\* [^(]*\(([^)]*)\)/.exec(
    read('docs/decisions/0009-install-without-scripts.md'),
  )

  expect(scripted.map(([path]) => path.split('node_modules/').at(-1)).sort()).toEqual(
    unticked(why?.[1]).split(', ').sort(),
  )
})

test('the steps of going live are numbered the same in both READMEs', () => {
  const [english, chinese] = [below('README.md', '## Going live'), below('README.zh-CN.md', '## 正式上线')]
  const numbers = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => number)

  expect(numbers(english).length).toBeGreaterThan(5)
  expect(numbers(chinese)).toEqual(numbers(english))
})

function git(...words: string[]): string[] {
  return execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean)
}
