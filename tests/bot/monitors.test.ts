// What monitors ask over HTTP says nothing of people.
import { describe, expect, test } from 'vitest'
import { people, sentences, startSmall } from '../support/small.ts'

describe('what a monitor asks', () => {
  test('says nothing of people or of what they wrote', async () => {
    await using bot = await startSmall()
    await bot.say(people.clerk, sentences.staffing)
    await bot.say(people.public, sentences.hazard)
    const get = async (path: string) => (await fetch(`${bot.app.url}${path}`)).text()

    const metrics = await get('/metrics')
    const all = `${metrics}${await get('/healthz')}${await get('/readyz')}`

    expect(metrics).toMatch(/anjian_steps_total\{step="committed"\} 2/)
    expect(metrics).toMatch(/anjian_received_total\{kind="message",result="new"\} 2/)
    expect(metrics).toMatch(/anjian_queue\{state="parked"\} 0/)
    expect(all).not.toMatch(/ou_|om_|oc_|[\u4e00-\u9fff]/)
  })

  test('is that it lives, and whether it hears the platform', async () => {
    await using bot = await startSmall()
    const status = async (path: string) => (await fetch(`${bot.app.url}${path}`)).status

    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])

    bot.feishu.cutSockets()
    await expect.poll(() => status('/readyz')).toBe(503)
    expect(await status('/healthz')).toBe(200)
  })
})
