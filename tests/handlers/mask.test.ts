// What a group may see of people.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskName, maskPhone, maskText } from '../../handlers/mask.ts'

describe('a name in a group', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧***'],
    ['张', '张*'],
    [' 李四 ', '李*'],
    ['𠮷田', '𠮷*'],
    ['', '*'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })
})

describe('a phone number in a group', () => {
  test.each([
    ['13800000001', '138****0001'],
    ['+86 138-0000-0001', '138****0001'],
    ['12350', '****'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })
})

describe('a text in a group', () => {
  test.each([
    ['联系张三13800000001', '联系张*138****0001'],
    ['张三：138 0000 0001，李四没留', '张*：138****0001，李四没留'],
    ['身份证140521199001011234', '身份证140521********1234'],
    ['编号RY-20261123-007不动', '编号RY-20261123-007不动'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskText(text, ['张三'])).toBe(shown)
  })

  test('a name that begins with another name is masked whole', () => {
    expect(maskText('张三丰和张三', ['张三', '张三丰'])).toBe('张**和张*')
  })

  test('no mobile number survives, whatever stands around it', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
    fc.assert(
      fc.property(
        mobile,
        fc.string({ unit: fc.constantFrom('电', '话', '：', ' ', '，') }),
        ([two, rest], around) => {
          const number = `1${two}${String(rest).padStart(9, '0')}`
          expect(maskText(`${around}${number}${around}`, [])).not.toContain(number)
        },
      ),
    )
  })
})
