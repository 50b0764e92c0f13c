// Files and photos over the client and the local Feishu: fetched as people sent them, uploaded for cards.
import { describe, expect, test } from 'vitest'
import { card, failure, useLocalFeishu, uuid } from './local-feishu.ts'

const local = useLocalFeishu()
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('files', () => {
  test('a photo a person sent is fetched with its bytes and type', async () => {
    const chatId = local.simulator.botChat('ou_zhang')
    const { messageId } = local.simulator.upload({
      as: 'ou_zhang',
      chatId,
      kind: 'image',
      bytes: png,
      fileName: 'a.png',
    })
    const { image_key } = JSON.parse(local.simulator.messages(chatId).at(-1)?.content ?? '')

    const got = await local.feishu.download(messageId, image_key, 'image', 1000)

    expect(got.bytes.equals(png)).toBe(true)
    expect(got.contentType).toBe('image/png')
  })

  test('a file with a Chinese name keeps it', async () => {
    const chatId = local.simulator.botChat('ou_zhang')
    const bytes = Buffer.from('姓名,单位')
    const { messageId } = local.simulator.upload({
      as: 'ou_zhang',
      chatId,
      kind: 'file',
      bytes,
      fileName: '花名册 1.csv',
    })
    const { file_key } = JSON.parse(local.simulator.messages(chatId).at(-1)?.content ?? '')

    const got = await local.feishu.download(messageId, file_key, 'file', 1000)

    expect(got.fileName).toBe('花名册 1.csv')
    expect(got.bytes.toString()).toBe('姓名,单位')
    expect(await failure(local.feishu.download(messageId, file_key, 'file', bytes.length - 1))).toMatchObject(
      {
        code: 'feishu.too_large',
        fate: 'refused',
      },
    )
    expect(await failure(local.feishu.download(messageId, 'file_foreign', 'file', 1000))).toMatchObject({
      code: 'feishu.target_gone',
      platformCode: 234003,
    })
  })

  test('an image goes up and can be used in a card', async () => {
    const key = await local.feishu.uploadImage(png)
    const withImage = JSON.parse(card('照片'))
    withImage.body.elements.push({ tag: 'img', img_key: key, alt: { tag: 'plain_text', content: '照片' } })

    await local.feishu.send({ chatId: 'oc_group' }, 'interactive', JSON.stringify(withImage), uuid())

    expect(key).toMatch(/^img_/)
  })

  test('a file goes up with its name', async () => {
    expect(await local.feishu.uploadFile('名单.csv', Buffer.from('a,b'))).toMatch(/^file_/)
  })

  test('an empty file and a broken image are refused', async () => {
    expect(await failure(local.feishu.uploadFile('空.csv', Buffer.alloc(0)))).toMatchObject({
      code: 'feishu.bad_request',
      platformCode: 234010,
    })
    expect(await failure(local.feishu.uploadImage(Buffer.from('no image')))).toMatchObject({
      code: 'feishu.bad_request',
      platformCode: 234011,
    })
  })
})
