// What a message says that cannot be right as written, in the words of a card.
import type { Problem as TextProblem } from '../../bot/text/index.ts'
import type { Problem } from './define.ts'

/** A problem of the text as a card says it. */
export function sentenceOf(problem: TextProblem): Problem {
  switch (problem.kind) {
    case 'invalidDate':
      return {
        field: 'effectiveDate',
        sentence: `读到的日期是“${problem.read}”，没有这一天。请改成存在的日期，如 6月30日。`,
      }
    case 'futureBeyondYear':
      return {
        field: undefined,
        sentence: `读到的日期“${problem.read}”在一年以后，只能报一年以内的。请核对年份后再发一次。`,
      }
    case 'duplicatePerson':
      return { field: 'person', sentence: `“${problem.read}”出现了两次，同一个人请只报一次。` }
    case 'unknownUnit':
      return { field: undefined, sentence: `没有找到单位“${problem.read}”，请写全称，如“沁水县郑庄镇”。` }
    case 'ambiguousUnit':
      return {
        field: undefined,
        sentence: `“${problem.read}”可能是：${problem.candidates.join('、')}。请写全称再发一次。`,
      }
    case 'shareAbove100':
      return {
        field: undefined,
        sentence: `读到的比例是“${problem.read}”，比例应在0%到100%之间，请核对数字后再发一次。`,
      }
    case 'ownLeave':
      return {
        field: undefined,
        sentence: '请假按本单位的规定办，这里不批假。有人长期不在岗的，请这样写：张三3月5日起病假，三个月。',
      }
    case 'regularised':
      return {
        field: undefined,
        sentence: '转正不用报，名单里的人不变。岗位有变化的，请这样写：张三3月5日从农业办调到应急办，专职。',
      }
    case 'countMismatch':
    case 'partlyNamed':
    case 'partsDisagree':
    case 'occurrences':
      return { field: undefined, sentence: countSentence(problem) }
    case 'tooLong':
      return {
        field: undefined,
        sentence: '消息太长（超过5000字），没有读完。请分几条发送，每条不超过5000字。',
      }
  }
}

type CountProblem = Extract<
  TextProblem,
  { kind: 'countMismatch' | 'partlyNamed' | 'partsDisagree' | 'occurrences' }
>

/** Numbers that disagree: asked, never chosen between. */
function countSentence(problem: CountProblem): string {
  switch (problem.kind) {
    case 'countMismatch':
      return `您写的是${problem.said}人，读到的姓名有${problem.listed}个，请核对后再保存。`
    case 'partlyNamed':
      return `您写的是“${problem.read}”，读到的姓名有${problem.listed}个，这里只登记读到的。其余${problem.said - problem.listed}人是谁？请再发他们的姓名。`
    case 'partsDisagree':
      return `人数对不上：共${problem.whole}人，${problem.read}加起来是${problem.sum}人。哪个数对？请核对后再保存。`
    case 'occurrences':
      return `读到的是“${problem.read}”，人次不是人数，没有当成人数。一共多少人？请在“人数”里填。`
  }
}
