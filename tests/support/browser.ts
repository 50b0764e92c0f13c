// A real Chromium for tests of web pages: the one that comes through npm, or the system's at CHROMIUM_PATH.
// Builds the simulator's page when it was not built yet.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packed from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

const PACKED_VERSION = '143.0.0'

/** A headless browser. The caller closes it. @throws with what to do when none can be started */
export async function launchBrowser(): Promise<Browser> {
  buildPage()
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await unpacked())
  try {
    return await chromium.launch({
      executablePath,
      // Fonts are laid out alike everywhere; the sandbox is not to be had in most containers.
      args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    })
  } catch (reason) {
    throw new Error(`Chromium does not start. Set CHROMIUM_PATH to the system's. ${String(reason)}`)
  }
}

/** `desk` is 1280 × 800 with a mouse, `phone` 390 × 844 with a finger. */
export type Screen = 'desk' | 'phone'

export type OpenPage = {
  page: Page
  /** errors thrown on the page, written to its console, and requests to other hosts; none is the rule */
  troubles: string[]
}

/** Opens an address in a context of its own and notes everything that goes wrong on the page from then on. */
export async function openPage(browser: Browser, url: string, screen: Screen): Promise<OpenPage> {
  const context = await browser.newContext({
    ...(screen === 'desk'
      ? { viewport: { width: 1280, height: 800 } }
      : { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') troubles.push(`console: ${line.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') troubles.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return { page, troubles }
}

function buildPage(): void {
  if (existsSync('dist/simulator/page/index.html')) return
  const vite = 'node_modules/vite/bin/vite.js'
  const options = ['build', '--config', 'simulator/page/vite.config.ts', '--logLevel', 'error']
  execFileSync(process.execPath, [vite, ...options], { stdio: 'inherit' })
}

/** Unpacks into a folder of its own and renames it, so that tests side by side never start half a browser. */
async function unpacked(): Promise<string> {
  const shared = join(tmpdir(), `anjian-chromium-${PACKED_VERSION}`)
  if (existsSync(shared)) return join(shared, 'chromium')
  const before = process.env['TMPDIR']
  const own = mkdtempSync(`${shared}-`)
  process.env['TMPDIR'] = own
  try {
    await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(own, shared)
  } catch {
    // Another test was faster.
    rmSync(own, { recursive: true, force: true })
  }
  return join(shared, 'chromium')
}
