// Cities outside 晋城 that people come from, go to, or are taught in.

const CITIES = `
  太原 大同 阳泉 长治 朔州 晋中 运城 忻州 临汾 吕梁
  北京 天津 上海 重庆 石家庄 廊坊 秦皇岛 郑州 焦作 洛阳 济源 新乡 安阳 西安 济南 青岛 徐州 南京 杭州 武汉 成都 深圳 广州
`

/** One of them, with or without 市, as a pattern. */
export const OUTSIDE_CITY = `(?:${CITIES.trim().split(/\s+/).join('|')})市?`
