/** What the five kinds of cards look like as the JSON that is sent. Read a changed snapshot before accepting it. */
import { expect, test } from 'vitest'
import { SAMPLES } from './samples.ts'

test.each(Object.entries(SAMPLES))('the card %s is sent as recorded', (_name, sample) => {
  expect(sample('沁水县郑庄镇 <at id=all></at> 3.2米')).toMatchSnapshot()
})
