// Whatever stands in a message, a name or a card, the page shows it as text: nothing of it becomes script, a
// frame, a handler, a foreign address or a style of its own.

import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, group } from '../simulator/bot.ts'
import { launchBrowser } from '../support/browser.ts'
import { cardOf, closePage, plain, type Stage, setStage } from './stage.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What an attacker would type, whole and in pieces, in any order. */
const piece = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  '<script>window.hacked=1</script>',
  '<svg onload=alert(1)>',
  '<iframe src="https://evil.example">',
  '[点我](javascript:alert(1))',
  '[点我](data:text/html,<script>alert(1)</script>)',
  '![图](javascript:alert(1))',
  '<a href="javascript:alert(1)">链接</a>',
  "<link url='javascript:alert(1)'>链接</link>",
  "<font color='red;background:url(https://evil.example)'>红</font>",
  '<font color=\'red" onmouseover="alert(1)\'>红</font>',
  "<text_tag color='red'><img src=x onerror=alert(1)></text_tag>",
  "<number_tag background_color='url(https://evil.example)'>3</number_tag>",
  "<at id='\"><img src=x onerror=alert(1)>'></at>",
  "<person id='<script>alert(1)</script>'></person>",
  '<raw><img src=x onerror=alert(1)></raw>',
  '<javascript:alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;script&#62;',
  '<style>body{display:none}</style>',
  '`<b onclick=alert(1)>`',
  '<font',
  "</font>'>",
  '"><!--',
  ']]>',
  '\n\n',
  '| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | 2 |',
)
const nasty = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string()), { minLength: 1, maxLength: 6 })
const nastyTexts = fc.array(
  nasty.map((pieces) => pieces.join('')),
  { minLength: 12, maxLength: 24 },
)

/** Looks at every element the page drew; answers what should not be there. */
const FOREIGN = `(() => {
  const found = []
  for (const node of document.querySelectorAll('#page *')) {
    if (['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'BASE', 'META'].includes(node.tagName)) found.push(node.outerHTML)
    for (const { name, value } of node.attributes) {
      const address = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)
      if (name.startsWith('on')) found.push(node.outerHTML)
      if (address && !/^(https?:|tel:|mailto:|lark:|feishu:|[/]sim[/]resource[?])/i.test(value)) found.push(name + '=' + value)
      if (name === 'style' && /url[(]|expression/i.test(value)) found.push(value)
    }
  }
  return window.hacked === undefined ? found : [...found, 'a script ran']
})()`

/**
 * Adds a card to what the server tells, past its strict check: the page has to hold by itself.
 * Nothing else of the answer is changed.
 */
async function slipIn(page: Page, stage: Stage, card: object): Promise<void> {
  const chatId = stage.simulator.botChat(clerk)
  const message = {
    messageId: 'om_slipped',
    chatId,
    from: 'bot',
    fromName: '安监通',
    atMs: 1,
    kind: 'interactive',
  }
  await page.route('**/sim/state*', async (route) => {
    const answer = await route.fetch()
    const state: { messages: unknown[] } = await answer.json()
    state.messages.push({ ...message, card, recalled: false })
    await route.fulfill({ response: answer, json: state })
  })
  await page.reload()
  await page.locator('[data-message-id=om_slipped]').getByRole('article').waitFor()
}

function hostile(texts: readonly string[]): object {
  const rows = texts.map((text) => ({ a: text, b: text, c: text }))
  const columns = ['text', 'markdown', 'lark_md'].map((data_type, at) => ({ name: 'abc'[at], data_type }))
  return cardOf(
    texts[0] ?? '',
    [
      ...texts.map((content) => ({ tag: 'markdown', content })),
      ...texts.map((content) => ({ tag: 'div', text: { tag: 'lark_md', content } })),
      ...texts.map((content) => ({ tag: 'button', text: plain(content), hover_tips: plain(content) })),
      ...texts.map((content) => ({ tag: 'input', label: plain(content), default_value: content })),
      { tag: 'table', page_size: 10, columns, rows },
      { tag: 'img', img_key: texts[0], alt: plain(texts[1] ?? ''), corner_radius: texts[2] },
      {
        tag: 'column_set',
        background_style: texts[0],
        columns: [{ tag: 'column', padding: texts[1], elements: [] }],
      },
      { tag: texts[3], margin: texts[2] },
    ],
    { subtitle: plain(texts[1] ?? ''), template: texts[2] },
  )
}

test('text in cards, of any kind and in any place, cannot bring HTML of its own', async () => {
  await using stage = await setStage(browser)
  await fc.assert(
    fc.asyncProperty(nastyTexts, async (texts) => {
      const { page, troubles } = await stage.open(clerk, stage.simulator.botChat(clerk))
      await slipIn(page, stage, hostile(texts))
      expect(await page.evaluate(FOREIGN)).toEqual([])
      expect(troubles.filter((trouble) => !trouble.includes('400 (Bad Request)'))).toEqual([])
      await closePage(page)
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('text that people say, and names they give, cannot bring HTML of their own', async () => {
  await using stage = await setStage(browser)
  const [texts = []] = fc.sample(nastyTexts, 1)
  for (const text of texts) stage.simulator.say({ as: clerk, chatId: group, text: `${text}。` })
  stage.simulator.createChat({ as: clerk, name: '<img src=x onerror=alert(1)>', openIds: [], withBot: true })
  const { page, troubles } = await stage.open(clerk, group)
  await page.getByRole('log').getByText('。').last().waitFor()

  expect(await page.evaluate(FOREIGN)).toEqual([])
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
  expect(troubles).toEqual([])
})

test('a link to anything but a page or a phone is no link', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  const links = '[一](javascript:alert(1)) [二](ftp://x.example) [三](https://gov.example.cn) [四](tel://110)'
  const button = {
    tag: 'button',
    text: plain('打开'),
    behaviors: [{ type: 'open_url', default_url: 'javascript:1' }],
  }
  await slipIn(page, stage, cardOf('链接', [{ tag: 'markdown', content: links }, button]))

  expect(await page.getByRole('article').getByRole('link').allTextContents()).toEqual(['三', '四'])
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByRole('dialog').getByText('javascript:1').waitFor()
  expect(await page.getByRole('dialog').getByRole('link').count()).toBe(0)
})

test('a component the page does not know is shown with its name', async () => {
  await using stage = await setStage(browser)
  const { page } = await stage.open(clerk, stage.simulator.botChat(clerk))
  await slipIn(
    page,
    stage,
    cardOf('新组件', [{ tag: 'hologram' }, { tag: 'markdown', content: '后面的还在' }]),
  )

  await page.getByRole('note').getByText('这里画不出组件：hologram').waitFor()
  await page.getByText('后面的还在').waitFor()
})
