// Downloads from a server that misbehaves: too long, stalled, broken off, refused, oddly named.
import { describe, expect, test, vi } from 'vitest'
import { failure } from './local-feishu.ts'
import { type Answer, impatientMs, says, useWire } from './misbehaving-server.ts'

const wire = useWire()
const { client } = wire

describe('downloads', () => {
  const get = (maxBytes: number) => wire.feishu.download('om_1', 'file_1', 'file', maxBytes)

  test('end as soon as they are too long, also when no length was said', async () => {
    let closed = false
    wire.answer = (response) => {
      response.on('close', () => {
        closed = true
      })
      const more = () => {
        while (!closed && response.write(Buffer.alloc(16_384)));
      }
      response.on('drain', more)
      more()
    }

    expect(await failure(get(100_000))).toMatchObject({ code: 'feishu.too_large', fate: 'refused' })
    await vi.waitFor(() => expect(closed).toBe(true), 5000)
  })

  test('that say they are too long are not read at all', async () => {
    let closed = false
    wire.answer = (response) => {
      response.on('close', () => {
        closed = true
      })
      response.writeHead(200, { 'Content-Length': '1000000' }).write('x')
    }

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.too_large' })
    await vi.waitFor(() => expect(closed).toBe(true), 5000)
  })

  test('of exactly the allowed length are taken', async () => {
    wire.answer = says(200, 'x'.repeat(1000), { 'Content-Type': 'text/plain' })

    expect((await get(1000)).bytes.length).toBe(1000)
  })

  test.each<[string, Answer]>([
    ['stall', (response) => void response.writeHead(200).write('x')],
    [
      'break off',
      (response) =>
        void response.writeHead(200, { 'Content-Length': '9' }).write('x', () => response.destroy()),
    ],
  ])('that %s are the network', async (_, broken) => {
    wire.feishu = client(impatientMs)
    wire.answer = broken

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.network', fate: 'unknown' })
  })

  test('of a JSON file a person sent are bytes, even if it has a code in it', async () => {
    wire.answer = says(200, '{"code":7}', { 'Content-Disposition': 'attachment; filename="a.json"' })

    expect(await get(1000)).toMatchObject({ fileName: 'a.json', contentType: 'application/json' })
  })

  test('that are a refusal with HTTP 200 are refused', async () => {
    wire.answer = says(200, '{"code":234003,"msg":"x"}')

    expect(await failure(get(1000))).toMatchObject({ code: 'feishu.target_gone', platformCode: 234003 })
  })

  test.each([
    ['attachment; filename="%E8%8A%B1.xlsx"', '花.xlsx'],
    ['attachment; filename="x"; filename*=UTF-8\'\'%E8%8A%B1.xlsx', '花.xlsx'],
    [Buffer.from('attachment; filename="花.xlsx"').toString('latin1'), '花.xlsx'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..%2F..%2Fetc%5Cpasswd"', 'passwd'],
    ['attachment; filename=100%.txt', '100%.txt'],
    ['attachment', undefined],
    ['attachment; filename=""', undefined],
  ])('named by %s are called %s', async (disposition, fileName) => {
    wire.answer = says(200, 'x', { 'Content-Disposition': disposition })

    expect((await get(10)).fileName).toBe(fileName)
  })
})
