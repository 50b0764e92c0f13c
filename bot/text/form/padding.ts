// Politeness and fillers that carry no report: taken out before slots are read.

const PADDING: readonly RegExp[] = [
  /@安监通|@_user_\d+/g,
  /(?:尊敬的)?(?:各位)?(?:领导|同志们?|同事们?|老师|大家)(?:们|同事)?(?:早上|上午|中午|下午|晚上)?(?:好|您好)[!,。~]*/g,
  /(?:^|(?<=[\n。!]))(?:哎|喂|嗨|嗯|呃)?(?:您好|你好|你们好|早上好|上午好|下午好|晚上好)(?:啊|呀)?[!,。~]*/g,
  /(?:[向跟给](?:大家|领导|您|各位领导)?)?(?:简单)?(?:汇报|报告|说|反映|通报)一下(?:近期|最近|本周|我们?)?(?:工作|情况)?[:,。]*/g,
  /现?(?:将|就)?(?:有关|具体)?情况(?:汇报|报告)如下[:,。]*/g,
  /特此(?:报告|汇报|上报|说明|函告|通知)[。!]*/g,
  /(?:非常)?(?:感谢|谢谢)(?:大家|领导|各位|您|你们?)*(?:一直以来)?的?(?:关心|支持|理解|配合|帮助)*(?:和(?:关心|支持|理解|配合|帮助))*(?:了|啦|!|。|,|~|$)+/g,
  /(?:领导|大家|各位|您|你们)?(?:工作)?辛苦了[!。,~]*/g,
  /此致|敬礼[!。]*/g,
  /收到请(?:及时)?回复[!。,]*(?=$|\n|此致)/g,
  /请(?:领导)?(?:知悉|审阅|阅示|查收|批示|予以登记|知晓)[!。,]*(?=$|\n|此致)/g,
  /(?:麻烦|烦请|劳驾)(?:您|你|领导)?(?:帮忙)?(?:登记|记录|录入|记|报|处理)(?:一下|下)?[!。,]*/g,
  /(?:以上|请)(?:就)?是?(?:我们的?)?(?:情况)?(?:汇报|报告)[!。]*(?=$|\n)/g,
  /报告领导[,:。]*/g,
]
/** In speech written down without points these words begin the next sentence. */
const NEXT = /(?<=\p{Script=Han})(?:然后呢?|完了之?后|另外呢?|还有就是|再一个(?:就是)?)(?=\p{Script=Han})/gu

const FILLERS: readonly RegExp[] = [
  /(?:^|(?<=[,。!\n]))(?:嗯+|呃+|啊+|哦+|哎+|唉+|那个|这个(?=那个)|就是说?|是这样的?|然后呢?)+[,。]?/g,
  /(?<=\p{Script=Han})(?:嗯那个|呃那个|啊就是)(?=\p{Script=Han})/gu,
]

/** The text without greetings, thanks and fillers; may be empty. */
export function stripPadding(text: string): string {
  let plain = text.replace(NEXT, ',')
  for (const pattern of [...PADDING, ...FILLERS]) plain = plain.replace(pattern, '')
  return plain.replace(/^[\s,。!;、]+/, '').replace(/[\s,。!;、]+$/, '')
}
