// The three reports as people file them, in the demo city, over both ways in which the platform may reach the bot.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { prepareDemo, startDemo } from '../support/demo.ts'

const clerk = 'ou_demo_clerk_zhengzhuang'
const officer = 'ou_demo_officer_qinshui'
const handler = 'ou_demo_officer_zezhou'
const witness = 'ou_demo_public'

beforeAll(prepareDemo, 120_000)

const start = (transport: 'ws' | 'webhook') => startDemo({ at: '2026-03-06T10:00', transport })

describe.each(['ws', 'webhook'] as const)('over %s', (transport) => {
  test('a clerk says one sentence, taps save, sees what it changed, and can undo it', async () => {
    await using bot = await start(transport)

    const draft = await bot.say(clerk, '张三3月5日从农业办调到应急办，专职，有注安师证')
    expect(bot.feishu.link.kind()).toBe(transport)
    expect(draft.text).toMatch(
      /请核对[\s\S]*张三[\s\S]*2026-03-05[\s\S]*应急办[\s\S]*农业办[\s\S]*注册安全工程师/,
    )
    const receipt = await bot.click(clerk, draft, '保存')

    expect(receipt.toast).toBe('已登记 RY-20260306-001')
    expect(receipt.messageId).toBe(draft.messageId)
    expect(receipt.text).toContain('专职应急管理人员 2→3人，达到第五条“至少3人” 达标')
    expect(await standing(bot)).toContain('3人')

    const undone = await bot.click(clerk, receipt, '撤回')
    expect(undone.toast).toBe('已撤回 RY-20260306-001')
    expect(undone.text).toContain('3→2人')
  })

  test('an officer files a training, and the receipt says what the document asks next', async () => {
    await using bot = await start(transport)

    const draft = await bot.say(officer, '李四3月4日至17日参加执法资格培训，80学时，考试合格')
    expect(draft.text).toMatch(
      /执法资格[\s\S]*李四[\s\S]*2026-03-04[\s\S]*2026-03-17[\s\S]*80 学时[\s\S]*合格/,
    )
    const receipt = await bot.click(officer, draft, '保存')

    expect(receipt.toast).toBe('已登记 PX-20260306-001')
    expect(receipt.text).toMatch(/拿到执法证后请再发一句登记[\s\S]*下次轮训应在 2029-03-17 前完成/)
    const kept = await bot.database.transact((tx) =>
      tx.trainingRecord.findMany({
        where: { session: { startDate: '2026-03-04', endDate: '2026-03-17', hours: 80 } },
      }),
    )
    expect(kept.map(({ result }) => result)).toEqual(['pass'])
  })

  test('one of the public sends a photo and a line, the handler accepts, and both see each step', async () => {
    await using bot = await start(transport)

    const asked = await bot.send(witness, { kind: 'image', bytes: await photo(), name: 'a.jpg' })
    expect(asked.text).toContain('照片已收到')
    const receipt = await bot.say(witness, '泽州县子丑煤业三号皮带机没有护罩')
    expect(receipt.text).toMatch(/YH-20260306-001[\s\S]*已收到[\s\S]*泽州县[\s\S]*已转：泽州县应急管理局/)
    expect(receipt.text).toContain('已收下照片：1张')
    await expectPhotoKept(bot)

    const card = bot.last(handler)
    expect(card.text).toMatch(/YH-20260306-001[\s\S]*待受理[\s\S]*没有护罩[\s\S]*现场照片/)
    expect(card.text).not.toContain('田小雨')
    expect(rawCard(bot, card.messageId)).toMatch(/"img_key":"img_v3_/)
    const accepted = await bot.click(handler, card, '受理')

    expect(accepted.toast).toContain('已受理')
    expect(accepted.text).toContain('已受理')
    expect(bot.shown(receipt.messageId).text).toContain('3月6日 10:00 已受理')
    expect(bot.last(witness).text).toContain('YH-20260306-001 已受理')
  })
})

async function standing(bot: TestApp): Promise<string> {
  const { text } = await bot.say(clerk, '达标')
  return text
}

/** A picture that tells where it was taken. */
function photo(): Promise<Buffer> {
  const create = { width: 640, height: 480, channels: 3, background: '#888888' } as const
  const where = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 30/1 0/1' } }
  return sharp({ create }).withExif(where).jpeg().toBuffer()
}

/** Once, as part of the tip, unreadable on the disk, and without the place it was taken at. */
async function expectPhotoKept(bot: TestApp): Promise<void> {
  const files = await bot.database.transact((tx) => tx.file.findMany())
  const tip = await bot.database.transact((tx) => tx.tip.findFirst({ where: { number: 'YH-20260306-001' } }))
  expect(files.map(({ reportId, kind }) => ({ reportId, kind }))).toEqual([
    { reportId: tip?.reportId, kind: 'photo' },
  ])
  const sealed = readFileSync(join(bot.dataDir, 'files', files[0]?.id ?? ''))
  await expect(sharp(sealed).metadata()).rejects.toThrow()
  const kept = await sharp(bot.app.vault.open(sealed)).metadata()
  expect([kept.format, kept.width, kept.exif]).toEqual(['jpeg', 640, undefined])
}

function rawCard(bot: TestApp, messageId: string): string {
  const all = bot.feishu.messages(bot.feishu.botChat(handler))
  return all.find((message) => message.messageId === messageId)?.content ?? ''
}
