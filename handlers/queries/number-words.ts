// A number of ours with any words around it, or alone, asks how far that is: 我那个YH-20261123-001怎么样了.
import type { MessageIn } from '../../bot/context.ts'
import { numbersIn, withoutNumbers } from '../report-number.ts'

const ours = /^(?:RY|PX|ZJ|JG|YH|LB)-/u
const longest = 40
/** Words that want something done, tell something, or want to know who told; they are no question about progress. */
const others =
  /撤|作废|取消|删|不要了|不算|重复|改[成为到正]|改一下|更正|纠正|订正|修改|写错|报错|填错|搞错|弄错|错了|不对|应为|应该?是|补充|补报|整改(?:完|好|到位|结束)(?!.*(?:吗|没|[?？]))|(?:已|都)[^，。]{0,2}(?:整改|改完|改好|修好|解决)(?!.*(?:吗|没|[?？]))|复查|复核|申请|延期|宽限|报复|举报人|谁(?:举?报|说|告|反映|提供|投诉|发)|哪位|身份|姓名|电话|联系方式/u

/** 进度 and the numbers; undefined when the message is about something else. */
export function numberWords({ text }: Pick<MessageIn, 'text'>): string | undefined {
  const numbers = numbersIn(text).filter((number) => ours.test(number))
  const around = withoutNumbers(text)
  if (numbers.length === 0 || [...around].length > longest || others.test(around)) return undefined
  return ['进度', ...numbers].join(' ')
}
