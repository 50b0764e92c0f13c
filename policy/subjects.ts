// What people call the matters of the document, by the article that settles them: 注安师 is article 6, 执法经费 article 10.
// Used where somebody asks for the words about a matter without knowing the number.

import { type Article, articleOf, articles } from './document.ts'

const subjects: readonly (readonly [article: number, words: readonly string[]])[] = [
  [1, '红线|安全发展理念|三条底线|三大攻坚'.split('|')],
  [2, '党政同责|一岗双责|失职追责|警示教育|安全巡查|第一责任人|主体责任|三管三必须'.split('|')],
  [3, '领导班子|班子成员|班子|懂行的领导|应急背景|专业背景'.split('|')],
  [4, '监管机构|内设机构|安全工作人员|局队合一|执法队伍改革|监管人员配备'.split('|')],
  [
    5,
    '专业应急管理人员|专业应急人员|专职应急人员|应急管理人员|应急人员|专职人员|专职人数|专职|乡镇人员|乡镇|街道|应急管理机构|应急办|网格员|网格|村干部|村里|每村|一村一|村|安全员|安全管理机构|兼职|编制|挪用'.split(
      '|',
    ),
  ],
  [
    6,
    '注册安全工程师|注安师|专业技术|专业人员|专业比例|专业条件|职业资格|学历|人才|招聘|招考|75%'.split('|'),
  ],
  [
    7,
    '在岗培训|培训|轮训|凡进必考|必考必训|必训|新录用|新进人员|持证上岗|持证|执法证|继续教育|大讲堂|两周'.split(
      '|',
    ),
  ],
  [8, '作风|训词'.split('|')],
  [
    9,
    '执法装备|装备|执法车辆|执法车|执法终端|移动终端|执法记录仪|记录仪|防护用品|信息平台|信息化|智慧监管'.split(
      '|',
    ),
  ],
  [10, '执法经费|经费|预算|20万|财政保障|绩效评价'.split('|')],
  [
    11,
    '专家库|专家|注册安全工程师事务所|事务所|安责险|责任保险|责任险|技术支撑|技术服务|机械化换人'.split('|'),
  ],
  [12, '尽职免责|免责|激励|表彰|抚恤|疗养|心理康复|吹哨人|内部举报|举报奖励|举报机制|举报'.split('|')],
  [13, '组织领导|目标考核|考核体系|考核|主要领导|晋升'.split('|')],
  [14, '双随机|联合执法|联合检查|分类分级|验证式|安委办|统筹协调|监管合力|属地管理'.split('|')],
  [15, '法治|行刑衔接|刑事|黑名单|失信|信用|联合惩戒|地方标准'.split('|')],
  [16, '一票否决|追责问责|问责|评先评优|评先'.split('|')],
]
/** The longest first, so that 专业应急人员 is not read as 专业人员 and 应急人员. */
const byLength = subjects
  .flatMap(([number, words]) => words.map((word) => ({ number, word })))
  .sort((one, other) => other.word.length - one.word.length)

/** A phrase this long that stands in the document, too, names its article: nothing else would. */
const shortestQuote = 4

/** The articles whose matter a text names, in the order of the document. */
export function articlesAbout(text: string): readonly Article[] {
  let left = text.normalize('NFKC').slice(0, 60)
  const named = new Set<number>()
  for (const { number, word } of byLength) {
    if (!left.includes(word)) continue
    named.add(number)
    left = left.replaceAll(word, ' ')
  }
  if (named.size === 0) for (const { number } of quoted(left)) named.add(number)
  return [...named].sort((one, other) => one - other).flatMap((number) => articleOf(number) ?? [])
}

/** Articles in which the longest possible piece of the text stands word for word. */
function quoted(text: string): readonly Article[] {
  const letters = [...text.replace(/\s/g, '')]
  for (let length = letters.length; length >= shortestQuote; length -= 1) {
    for (let start = 0; start + length <= letters.length; start += 1) {
      const piece = letters.slice(start, start + length).join('')
      const found = articles.filter((article) => `${article.heading}${article.text}`.includes(piece))
      if (found.length > 0) return found
    }
  }
  return []
}
