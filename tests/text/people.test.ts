// People's names: with and without separators, known ones first, and words that only look like names.

import { describe, expect, test } from 'vitest'
import { jinchengGazetteer, normalise } from '../../bot/text/index.ts'
import { read } from '../../bot/text/reading.ts'

function people(text: string, roster: readonly string[] = []): string[] {
  const context = {
    today: '2024-03-20',
    sender: { unit: '泽州县巴公镇', role: '' },
    gazetteer: jinchengGazetteer,
    roster,
  }
  return read(normalise(text), context).people.map(({ name }) => name)
}

describe('names', () => {
  test.each([
    ['张三调走', ['张三']],
    ['李小红管应急', ['李小红']],
    ['刘志强、赵海燕、孙伟3人', ['刘志强', '赵海燕', '孙伟']],
    ['张三李四王五赵六孙七5人', ['张三', '李四', '王五', '赵六', '孙七']],
    ['赵六三月上旬调走', ['赵六']],
    ['孙七年前走的', ['孙七']],
    ['周八中秋节后报到', ['周八']],
    ['钱一3月11日走的', ['钱一']],
    ['欧阳建国退休', ['欧阳建国']],
    ['任命孙七为安全总监', ['孙七']],
    ['张 三、李 四，都调走', ['张三', '李四']],
    ['冯十一3月5日调入', ['冯十一']],
    ['刘洋和陈晨一起报到', ['刘洋', '陈晨']],
    ['张三退休李四辞职王五调出', ['张三', '李四', '王五']],
    ['小王抽去征迁了', ['小王']],
    ['老李上个月不上班了', ['老李']],
  ])('%s', (text, names) => {
    expect(people(text)).toEqual(names)
  })

  test('of the roster are found even where nothing around shows a name', () => {
    expect(people('昨天商量让高安全年去了')).toEqual([])
    expect(people('昨天商量让高安全年去了', ['高安全年'])).toEqual(['高安全年'])
  })

  test('found once are found again without neighbours', () => {
    expect(people('张三、李四3月入职，李四法学本科')).toEqual(['张三', '李四', '李四'])
  })
})

test.each([
  '安全工程专业，注册安全工程师',
  '高危企业86家',
  '周三培训',
  '马上调走',
  '应急管理局党委委员',
  '施工单位许可证',
  '明确应急职责，全部落实',
  '江苏、河北、石末乡',
  '关于任职的通知',
])('%s holds no name', (text) => {
  expect(people(text)).toEqual([])
})
