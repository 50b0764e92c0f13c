// Takes the README's pictures from the running program: `npm run screenshots`. Starts the built bot on the local Feishu
// with the demo city, talks to it in Chromium as a newcomer would, and writes docs/images/*.png. Run it after a
// change that people can see, and look at what it wrote.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser, openPage, type Screen } from '../tests/support/browser.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const handler = 'ou_demo_officer_zezhou'
const publicPerson = 'ou_demo_public'
const cityLeader = 'ou_demo_leader_city'
const cityGroup = 'oc_demo_140500'

const images = join(import.meta.dirname, 'images')
const mostBytes = 300_000
/** Longer than toasts stay and charts grow. */
const settleMs = 4000

type Program = { url: string; stop: () => Promise<void> }

/** The program as `npm start` runs it, on a folder of its own. Nothing of the caller's environment reaches it. */
async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-pictures-'))
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'anjian.db')}`,
    PORT: '0',
    SIM_PORT: '0',
    // Empty and not absent, so that no .env file can point it at a real app.
    FEISHU_APP_ID: '',
    FEISHU_APP_SECRET: '',
  }
  const child = spawn(process.execPath, ['dist/bot/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = await new Promise<string | undefined>((resolve) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('connected to Feishu')) resolve(/^\s+(http:\S+)$/m.exec(said)?.[1])
    })
    void ended.then(() => resolve(undefined))
  })
  if (url !== undefined) return { url, stop }
  await stop()
  throw new Error('The program did not start on the local Feishu.')
}

async function post(url: string, path: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

const nextMonday = ({ url }: Program) => post(url, '/sim/clock', { next: 'monday-09:00' })

/** The person's chat with the bot, or the group, open on a page. */
async function open(
  browser: Browser,
  { url }: Program,
  at: { as: string; chatId?: string; screen: Screen },
): Promise<Page> {
  const chatId = at.chatId ?? String((await post(url, '/sim/open-bot', { as: at.as }))['chatId'])
  const { page } = await openPage(browser, `${url}/#/as/${at.as}/${chatId}`, at.screen)
  await page.getByLabel('消息内容').waitFor()
  return page
}

async function say(page: Page, words: string, answer: string): Promise<void> {
  await page.getByLabel('消息内容').fill(words)
  await page.getByLabel('消息内容').press('Enter')
  await page.getByRole('log').getByText(answer).last().waitFor()
}

async function press(page: Page, label: string, result: string): Promise<void> {
  await page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click()
  await page.getByRole('log').getByText(result).last().waitFor()
}

/** Writes what the page shows once it stands still, in few colours: the page is flat, and the README loads it. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForTimeout(settleMs)
  const bytes = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toBuffer()
  writeFileSync(join(images, `${name}.png`), bytes)
  process.stdout.write(`docs/images/${name}.png ${bytes.length} bytes\n`)
  if (bytes.length > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes} bytes`)
  await page.context().close()
}

/** One sentence saved, with its receipt; the next one waiting for its press. */
async function takeConversation(browser: Browser, program: Program): Promise<void> {
  const page = await open(browser, program, { as: clerk, screen: 'desk' })
  await say(page, '张三3月5日从农业办调到应急办，专职，有注安师证', '请核对')
  await press(page, '保存', '已登记')
  await say(page, '张三执法证2026.3.10发证，有效期到2031.3.9', '请核对')
  await picture(page, 'conversation')
}

/** A tip by somebody of the public, accepted meanwhile by the handler of that place. */
async function takePhone(browser: Browser, program: Program): Promise<void> {
  const page = await open(browser, program, { as: publicPerson, screen: 'phone' })
  await say(page, '泽州县子丑煤业三号皮带机没有护罩', '举报已收到')
  const other = await open(browser, program, { as: handler, screen: 'desk' })
  await press(other, '受理', '已受理')
  await other.context().close()
  await page.getByRole('log').getByText('已受理').last().waitFor()
  await picture(page, 'phone')
}

async function takeWeekly(browser: Browser, program: Program): Promise<void> {
  await nextMonday(program)
  const page = await open(browser, program, { as: cityLeader, chatId: cityGroup, screen: 'desk' })
  // The one of this Monday stands below the one of the Monday before.
  const title = page.getByRole('log').getByText('安全监管能力周报').nth(1)
  await title.waitFor()
  await page.waitForTimeout(settleMs)
  // The reminder below it is newer; the summary is what the picture is about.
  await title.evaluate((element) => element.closest('[data-message-id]')?.scrollIntoView({ block: 'start' }))
  await picture(page, 'weekly')
}

mkdirSync(images, { recursive: true })
const program = await startProgram()
const browser = await launchBrowser()
try {
  // All three on Monday mornings, whenever they are taken: the second Monday's summary tells what the first one changed.
  await nextMonday(program)
  await takeConversation(browser, program)
  await takePhone(browser, program)
  await takeWeekly(browser, program)
} finally {
  await browser.close()
  await program.stop()
}
