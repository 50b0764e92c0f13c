// What is stored and cannot be read: said plainly, with the forms and templates to use instead.
import { expect, test } from 'vitest'
import { book } from '../../handlers/list.ts'
import { photoAlone } from '../../handlers/photo.ts'
import { asked, message, wordsOf } from '../support/ctx.ts'
import { memberCity } from './city.ts'

const kept = { ok: true, id: 'f1', mime: 'x', bytes: 9, sha256: 'x' } as const

test.each([
  ['a voice message', 'audio', { ...kept, kind: 'file', name: '' }, '听不懂', '报人员变动'],
  ['a video', 'media', { ...kept, kind: 'file', name: 'a.mp4' }, '听不懂', '登记培训'],
  ['a photographed table', 'image', { ...kept, kind: 'photo', name: '' }, '我读不了', '人员名单模板'],
  [
    'a recording sent as a file',
    'file',
    { ...kept, kind: 'file', name: '录音.mp3' },
    '.mp3 文件',
    '培训名单模板',
  ],
] as const)(
  '%s is stored, and the sender told what to do instead',
  async (_, messageType, file, said, instead) => {
    await using city = await memberCity()

    const outcome = await asked(city, { openId: 'ou_clerk', files: [file] }, (ctx) =>
      photoAlone(message('ou_clerk', '', { messageType }), ctx, book()),
    )

    expect(wordsOf(outcome)).toContain(said)
    expect(wordsOf(outcome)).toContain(instead)
    expect(await city.transact((tx) => tx.file.count())).toBe(1)
  },
)

test('a list in a group is not taken: the sender is asked to send it in private', async () => {
  await using city = await memberCity()
  const table = { ok: true, kind: 'table', name: '名单.xlsx', bytes: 9, sha256: 'x', sheets: [] } as const

  const outcome = await asked(city, { openId: 'ou_clerk', files: [table] }, (ctx) =>
    photoAlone(message('ou_clerk', '', { messageType: 'file', chatType: 'group' }), ctx, book()),
  )

  expect(wordsOf(outcome)).toContain('单聊')
})
