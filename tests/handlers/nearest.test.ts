// "Did you mean": by shared characters, and silent when nothing is shared.
import { expect, test } from 'vitest'
import { nearest } from '../../handlers/nearest.ts'

const units = ['郑庄镇', '端氏镇', '沁水县'].map((word) => ({ words: [word], value: word }))

test('the word that shares the most characters stands first', () => {
  expect(nearest('郑装镇', units, 3)).toEqual(['郑庄镇', '端氏镇'])
})

test('of several words of one thing the best one counts', () => {
  const things = [
    { words: ['达标', '是否达标'], value: 'standing' },
    { words: ['草稿'], value: 'drafts' },
  ]
  expect(nearest('是否达标了', things, 3)).toEqual(['standing'])
})

test('no more are answered than asked for, the earlier of equals first', () => {
  expect(nearest('镇', units, 1)).toEqual(['郑庄镇'])
})

test('nothing is near an empty text', () => {
  expect(nearest('', units, 3)).toEqual([])
})

test('what is hardly alike is left out when asked so', () => {
  expect(nearest('有人在镇上开采', units, 3)).toEqual(['郑庄镇', '端氏镇'])
  expect(nearest('有人在镇上开采', units, 3, 0.3)).toEqual([])
})
