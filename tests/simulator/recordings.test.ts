// Voice messages and videos, as the page sends them and as the bot receives them.

import { expect, test } from 'vitest'
import { type PageSnapshot, paths } from '../../simulator/page-api.ts'
import { lengthMs } from '../../simulator/recordings.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { opus } from '../support/recordings.ts'
import { clerk, clientFor, connectBot, simulate } from './bot.ts'

/** Sends a recording as the page does; answers what the bot received and what the page shows. */
async function sent(simulator: Simulator, kind: string, file: { bytes: Buffer; name: string }, more = {}) {
  using bot = await connectBot(simulator, () => undefined)
  const form = new FormData()
  const fields = { as: clerk, chatId: simulator.botChat(clerk), kind, ...more }
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const answer = await fetch(simulator.url + paths.upload, { method: 'POST', body: form })
  expect(answer.status).toBe(200)
  await simulator.settled()
  const state = await fetch(`${simulator.url}${paths.state}?as=${clerk}`)
  const shown = (await state.json()) as PageSnapshot
  const { message } = bot.received.at(-1) as unknown as { message: Record<string, string> }
  return { event: message, content: JSON.parse(message['content'] ?? ''), shown }
}

test('a voice message has a key and a duration and no name, and is drawn with its length', async () => {
  await using simulator = await simulate()

  const { event, content, shown } = await sent(simulator, 'audio', { bytes: opus(3200), name: '录音.opus' })

  expect(event['message_type']).toBe('audio')
  expect(content).toEqual({ file_key: expect.stringMatching(/^file_v3_/), duration: 3200 })
  expect(shown.messages[0]).toMatchObject({ kind: 'audio', durationMs: 3200 })
  expect(shown.chats.map((chat) => chat.lastText)).toContain('[语音]')
})

test('a video has a name and a picture too', async () => {
  await using simulator = await simulate()
  const video = { bytes: Buffer.alloc(3000), name: '现场.mp4' }

  const { event, content, shown } = await sent(simulator, 'media', video, { durationMs: 8000 })
  const cover = await clientFor(simulator).im.v1.messageResource.get({
    path: { message_id: event['message_id'] ?? '', file_key: content.image_key },
    params: { type: 'image' },
  })

  expect(content).toEqual({
    file_key: expect.stringMatching(/^file_v3_/),
    image_key: expect.stringMatching(/^img_v3_/),
    file_name: '现场.mp4',
    duration: 8000,
  })
  expect(cover.headers['content-type']).toBe('image/png')
  expect(shown.messages[0]).toMatchObject({ kind: 'media', fileName: '现场.mp4', durationMs: 8000 })
  expect(shown.chats.map((chat) => chat.lastText)).toContain('[视频]')
})

test('the bot fetches a recording through its message, as the file it is', async () => {
  await using simulator = await simulate()
  const bytes = opus(1000)

  const { event, content } = await sent(simulator, 'audio', { bytes, name: 'a.opus' })
  const got = await clientFor(simulator).im.v1.messageResource.get({
    path: { message_id: event['message_id'] ?? '', file_key: content.file_key },
    params: { type: 'file' },
  })
  const chunks: Buffer[] = []
  for await (const chunk of got.getReadableStream()) chunks.push(chunk as Buffer)

  expect(Buffer.concat(chunks)).toEqual(bytes)
  expect(got.headers['content-type']).toBe('audio/ogg')
})

test.each([
  ['Opus by the samples of its last page', opus(12_340), 12_340],
  ['AMR by its frames', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(32 * 50, 7 << 3)]), 1000],
  ['anything else by its size', Buffer.alloc(9000), 3000],
  ['nothing at all as a moment', Buffer.alloc(0), 1],
])('%s is measured', (_, bytes, ms) => {
  expect(lengthMs(bytes)).toBe(ms)
})
