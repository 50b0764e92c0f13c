// What follows from a training: the next rotation once two weeks are full, and the certificate after the first course.
import { expect, test } from 'vitest'
import { followTraining } from '../../../handlers/reports/training-follow.ts'
import { asked } from '../../support/ctx.ts'
import { memberCity } from '../city.ts'

async function followed(item: object): Promise<string> {
  await using database = await memberCity()
  const lines = await asked(database, { openId: 'ou_officer' }, (ctx) => followTraining([{ ...item }], ctx))
  return lines.join('\n')
}

const days = (startDate: string, endDate: string) => ({ startDate, endDate })

test('a rotation of fourteen days is due again three years after its last day', async () => {
  const item = { trainingType: 'rotation', ...days('2024-03-04', '2024-03-17') }

  expect(await followed(item)).toBe('下次轮训应在 2027-03-17 前完成（第七条：原则上每3年轮训一次）。')
})

test('a rotation of three days is told to be short of two weeks', async () => {
  expect(await followed({ trainingType: 'rotation', ...days('2024-03-04', '2024-03-06') })).toContain(
    '不满两周',
  )
})

test('a first course that was passed counts as a rotation and asks for the certificate', async () => {
  const words = await followed({
    trainingType: 'initialQualification',
    ...days('2024-03-04', '2024-03-17'),
    hours: 80,
    passed: 'pass',
  })

  expect(words).toContain('拿到执法证后请再发一句登记')
  expect(words).toContain('这次也算一次轮训，下次轮训应在 2027-03-17 前完成')
})

test('a first course that was failed allows no work and counts for nothing', async () => {
  const item = { trainingType: 'initialQualification', ...days('2024-03-04', '2024-03-17'), passed: 'fail' }

  expect(await followed(item)).toBe('考试未合格，合格前不能上岗执法（第七条）。补考后请再报一次。')
})

test('nothing follows from a lecture', async () => {
  expect(await followed({ trainingType: 'lecture', ...days('2024-03-04', '2024-03-04') })).toBe('')
})
