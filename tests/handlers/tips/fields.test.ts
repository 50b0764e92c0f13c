// What people read of a tip: Chinese marks, as they typed them.
import { expect, test } from 'vitest'
import { punctuated } from '../../../handlers/tips/fields.ts'

test.each([
  ['着火了!有个仓库冒烟,里面有人', '着火了！有个仓库冒烟，里面有人'],
  ['3号井(东):顶板开裂', '3号井(东):顶板开裂'],
  ['浓度1,200;超标', '浓度1,200;超标'],
  ['皮带机没有护罩', '皮带机没有护罩'],
])('%s is shown as %s', (read, shown) => {
  expect(punctuated({ description: read, county: '泽州县' })).toEqual({
    description: shown,
    county: '泽州县',
  })
})

test('a tip without words stays without', () => {
  expect(punctuated({ county: '泽州县' })).toEqual({ county: '泽州县' })
})
