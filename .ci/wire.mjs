// Starts the built program as a newcomer does and files one report through the wire: sentence, card, press, receipt.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const clerk = 'ou_demo_clerk_zhengzhuang'
const folder = mkdtempSync(join(tmpdir(), 'anjian-wire-'))
const env = {
  ...process.env,
  DATA_DIR: folder,
  DATABASE_URL: `file:${folder}/anjian.db`,
  PORT: '0',
  SIM_PORT: '0',
}
const program = spawn(process.execPath, ['dist/bot/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })

/** The first answer of `look` that is not undefined, asked every 100 ms. */
async function until(what, look) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited 30 s for ${what}`)
}

async function post(url, path, body) {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** The value that the button labelled so sends back, anywhere in a card. */
function actOf(node, label) {
  if (typeof node !== 'object' || node === null) return undefined
  if (node.tag === 'button' && node.text?.content === label) return node.behaviors?.[0]?.value
  for (const child of Object.values(node)) {
    const found = actOf(child, label)
    if (found !== undefined) return found
  }
  return undefined
}

try {
  let said = ''
  program.stdout.on('data', (bytes) => {
    said += bytes
  })
  const url = await until('the address of the page', () => said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0])
  const messages = async () => (await (await fetch(`${url}/sim/state?as=${clerk}`)).json()).messages
  await until('the bot to connect', async () => {
    const state = await (await fetch(`${url}/sim/state?as=${clerk}`)).json()
    return state.bot.connected ? true : undefined
  })
  const { chatId } = await post(url, '/sim/open-bot', { as: clerk })
  await post(url, '/sim/say', { as: clerk, chatId, text: '张三昨天从农业办调到应急办，专职，有注安师证' })
  const draft = await until('the card to confirm', async () =>
    (await messages()).find((message) => actOf(message.card, '保存') !== undefined),
  )
  const action = { tag: 'button', value: actOf(draft.card, '保存') }
  const pressed = await post(url, '/sim/press', { as: clerk, messageId: draft.messageId, action })
  if (pressed.toast?.type !== 'success') throw new Error(`the press answered ${JSON.stringify(pressed)}`)
  await until('the receipt', async () => {
    const card = (await messages()).find((message) => message.messageId === draft.messageId)?.card
    return JSON.stringify(card ?? {}).includes('RY-') ? true : undefined
  })
  console.log('one report went through the wire')
  writeFileSync(process.argv[2], JSON.stringify({ numPassedTests: 1, numFailedTests: 0 }))
} finally {
  program.kill('SIGTERM')
  await new Promise((resolve) => program.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
