// Invented names and telephone numbers for the people of the demo city. Nobody real is meant: common surnames
// and given names put together by draw, numbers from a block of examples. Imported by prisma/demo only.
import type { Draw } from './random.ts'

export type Naming = {
  /** A name that nobody of this city has yet. */
  name(): string
  /** A number of the 13800000000 kind that nobody has yet. */
  phone(): string
}

// No surname here is also an everyday word, so that the bot finds these people in a sentence.
const surnames = [...'王李张刘陈杨赵郭孙徐朱胡梁宋韩唐冯董曹袁邓许傅沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴侯姚靳牛']
const givenNames =
  '建国 志强 文静 晓东 秀兰 永红 海燕 俊杰 丽萍 国庆 春生 雅琴 志华 小军 玉梅 晋生 红霞 建军 慧敏 云飞 ' +
  '金锁 彩霞 卫东 爱华 新民 晓燕 振华 淑珍 伟民 瑞芳 太行 雪梅 宏伟 桂花 长林 月娥 立新 凤英 忠义 翠平 ' +
  '向阳 美玲 学文 艳丽 双喜 巧云 根旺 素琴 明亮 银花 泽民 改英 耀东 香莲 育才 秋菊 保平 腊梅 克勤 喜凤'

/**
 * @param taken names that are given by hand elsewhere
 */
export function makeNaming(draw: Draw, taken: readonly string[]): Naming {
  const given = givenNames.split(' ')
  const used = new Set(taken)
  let phones = 0
  return {
    name() {
      for (;;) {
        const name = `${draw.pick(surnames)}${draw.pick(given)}`
        if (used.has(name)) continue
        used.add(name)
        return name
      }
    },
    phone() {
      phones += 1
      return `1380000${String(phones).padStart(4, '0')}`
    },
  }
}
