// Brings a checkout to where the program can run, with nothing but Node and npm: installs the exact versions
// of the lock file, generates the database client, and with `build` compiles the program and the page.
// Plain JavaScript because it runs before anything is installed. What is up to date is not done again.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const stamps = join(root, 'node_modules', '.anjian')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`安监通 needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Runs `work` when the files differ from when it last succeeded. */
function whenChanged(name, files, result, work) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  const digest = hash.digest('hex')
  const stamp = join(stamps, name)
  if (existsSync(join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  work()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, digest)
}

/** All files below a folder of the project, without generated ones. */
function below(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.includes('generated'))
    .sort()
}

/** A program of an installed package, run by this very Node. */
function run(script, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (done.status === 0) return
  // What a tool says matters only when it failed.
  console.error(`${done.stdout}${done.stderr}\n${script} failed.`)
  process.exit(1)
}

function install() {
  console.log('安装依赖 … (installing the exact versions of package-lock.json)')
  // Not `npm ci`: it refuses when a registry lacks an optional binary of some other system.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}

function build() {
  console.log('编译程序 … (building the program and the page)')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])
  run('vite/bin/vite.js', ['build', '--config', 'simulator/page/vite.config.ts', '--logLevel', 'error'])
  const data = below('bot', /\.(json|txt)$/)
  for (const file of data) cpSync(join(root, file), join(root, 'dist', file))
}

whenChanged('install', ['package-lock.json'], 'node_modules/.package-lock.json', install)
// Prisma insists on a path to an engine it never runs here: any existing file will do.
whenChanged('client', ['prisma/schema.prisma', 'package-lock.json'], 'prisma/generated/client.ts', () =>
  run('prisma/build/index.js', ['generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }),
)
if (process.argv.includes('build')) {
  const sources = ['bot', 'handlers', 'policy', 'cron', 'prisma', 'simulator'].flatMap((folder) =>
    below(folder, /\.(ts|tsx|css|html|json|prisma)$/),
  )
  const force = process.argv.includes('--force')
  if (force) rmSync(join(stamps, 'build'), { force: true })
  whenChanged(
    'build',
    [...sources, 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    'dist/bot',
    build,
  )
}
