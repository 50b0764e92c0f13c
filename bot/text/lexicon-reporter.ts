// Who reports a hazard, and how they want it kept.

import { oneOf } from './words.ts'

export const REPORTER_TIP = new RegExp(
  oneOf(`
  举报 反映 投诉 检举 揭发 曝光
`),
)

/** The sender works there or lives with somebody who does. */
export const EMPLOYEE = new RegExp(
  oneOf(String.raw`
  我们(?:厂|矿|公司|单位|车间|班组|队)(?!.{0,8}(?:检查|自查|已|组织|按照))
  我是(?:[^,。;]{0,18})?(?:工人|员工|职工|矿工|司机|电工|焊工|临时工|[掘采机运通钳瓦支维]\p{Script=Han}{0,2}工|班长|组长|安全员)
  我是[^,。;]{2,14}(?:厂|矿|公司|煤业|建材|站|部)的(?=[,。;]|$) 我在[^,。;]{2,14}(?:上班|打工|干活|工作)
  内部员工 我们(?:领导|老板|班长|矿长|厂长)
`),
  'u',
)

export const FAMILY =
  /我(?:老公|丈夫|爱人|媳妇|老婆|妻子|爸|父亲|妈|儿子|女儿|哥|弟|姐|妹|对象|家里?人|家那口子|家属|男人|舅|叔|表[弟哥姐妹兄]|侄子?|外甥|姐夫|孩子(?:他|她)?爸)[^。;]{0,12}(?:在|是|给|说)|(?:我是|本人是|作为)[^,。;]{0,8}家属/

export const ANONYMOUS = /匿名|不(?:敢|想|愿|要|便)?(?:意)?(?:留|署|说|透露)(?:姓)?名|不留姓名|不敢署名/

export const CONFIDENTIAL = new RegExp(
  oneOf(`
  保密 别(?:说|讲)(?:是)?我 别透露 不要(?:说|透露|泄露) 会不会泄露
  别(?:告诉|泄露|让)[^,。;]{0,8}(?:我|知道) 不要告诉 替我保密 别说出去 千万别说 不能让[^,。;]{0,6}知道
`),
)

export const FEAR = new RegExp(
  oneOf(`
  怕[^,。;]{0,4}(?:知道|报复|开除|穿小鞋|找麻烦|被(?:整|打|辞))
  不敢(?:说|举报|吭|留|署|声张|露面|反映|去|报) 打击报复 孩子还小 丢了?(?:工作|饭碗) 别透露 养家
  别(?:说|讲)(?:是)?我
`),
)

export const REWARD = /奖(?:励|金|多少|钱)|能奖|有奖|给多少钱|有没有奖/

export const HEARSAY = new RegExp(
  oneOf(`
  听说 听人(?:家)?(?:说|讲) 有人说 据说 不确定 不知道真假 好像 可能是
`),
)
