// Questions told by their words and not by their form: 缺人的乡镇, 轮训逾期人员, 我这周报了什么. They are no reports,
// whatever words of a report they hold.

import type { Reading } from '../reading.ts'

/** All of `has` stand in the question, nothing of `not` does. */
interface Asked {
  readonly topic: string
  readonly has: readonly RegExp[]
  readonly not?: RegExp
}

const LONGEST = 36
/** A day, a figure or what was done tells something. */
const TOLD =
  /\d月\d|\d{1,2}号|\d(?:人|名|学时|天)|[:;\n]|(?:已经?|都)(?:参加|完成|培训|到岗)|已经?报|调(?:[到入]|出(?!来))|到岗|离岗|退休|举报|厂|矿|车间/
const SEEK =
  '(?:请|麻烦)?(?:帮我|给我|把|我?(?:想|要))?(?:列(?:一下|出)?|查(?:一下|下|询|看)?|看(?:一下|下|看)?|显示|打开|翻(?:一下)?|调出)?'
const ME = '(?:我|本人|俺|咱|自己)(?:名下|自己|们(?:镇|单位|局)?)?'
const FILED = '(?:上报|填报|报送|提交|(?<!举)报|填|交|登记|录入?|发)'

const ASKED: readonly Asked[] = [
  {
    topic: 'trainingDue',
    has: [
      /轮训|复训|补训|再训|再?培训|受(?:过)?训|训过|回炉/,
      /到期|到点|过期|逾期|超期|期满|临期|快到|该|要(?!求)|需|应当?|没|未|欠|安排|轮到|送|满(?:三|3)年|(?:三|3)年|下次|下一次|什么时候|何时|哪天|时间|(?:轮|补|复)训[^,。]{0,2}(?:对象|名单)/,
      /谁|哪|有没有人|几(?:个|名|位)?人|多少(?:个|名)?人|什么时候|何时|(?:名单|人员|对象|清单|的|的人|同志|时间)$|列(?:一下|出)|查(?:一下|下|看)/,
    ],
    not: /规定|要求|依据|哪(?:一)?条|一次|计划|几天|学时|怎么|率|会怎|证|上次|内容|课|交|提醒|叫我|[没待未]定|(?:什么时候|何时)[^,。]{0,3}[轮培]训过?的$/,
  },
  {
    topic: 'staffingShortage',
    has: [
      /人|员|编|岗|差得|(?:补|招|添|配)[^,。]{0,2}几个|专职|注安师|安全工程师|网格员|安全员|专干|力量|缺口|配备|配置/,
      /缺|差(?!不多)|(?<![多至减])少|短(?!信|期)|够|不足|不齐|(?:没|未|不)(?:到位|配|达到)|不到|没有?(?=[^,。]{0,4}(?:人|员|师|专职|专干))|(?:补|招|添|进|增加|加)[^,。]{0,2}(?:几|多少)|空(?:编|岗|缺|着)|(?:配备|配置|到位)(?:的)?(?:情况|没有)/,
      /谁|哪|几(?:个|名)|多少|各(?:乡|镇|县|街道)|吗$|[人编够齐](?:不|没)$|够不够|缺不缺|差不差|缺口|(?:的|不足|不够|不齐)(?:乡镇|镇|乡|街道|单位|地方|部门|村|社区)?$|(?:情况|清单|名单)$|缺人$|列出/,
    ],
    not: /培训|轮训|隐患|规定|要求|依据|报[了过告]|没报|至少|怎么|时间|学时|经费|为什么|知道|记录仪|终端|装备|证/,
  },
  {
    topic: 'myReports',
    has: [
      new RegExp(
        `^${SEEK}(?:${ME}的?[^,。]{0,6}?${FILED}(?:上去|成功|过|了)?(?:的|些)?[^,。隐患]{0,6}(?:什么|哪些|哪几条|哪里|哪儿?|几条|几次|多少条?|记录|历史|东西|清单|列表|明细|呢|的|给我看看?|看看|单子|上报|数据|内容|培训|人员变动|在吗|(?:去|成功|存)了?(?:没有?|吗))|${ME}的?(?:历次|历史|全部|所有)?(?:上报|填报|报告|报送|提交|记录|历史|单子)(?:记录|情况|历史|清单|列表)?(?:[调找列翻]出来)?|(?:以前|之前|过去|历史|最近|近期|本周|上周|昨天|今天)(?:都)?的?(?:上报|填报|报送|提交)(?:记录|清单|的)?|(?:最近|之前|以前|刚才|昨天|这周|本周)(?:都)?${FILED}(?:过|了|的)(?:些)?(?:什么|哪些|存了没有?|存上了吗|在哪里?看?)|(?:上报|填报|提交|报送|历史)(?:的)?(?:记录|历史))看?$`,
      ),
    ],
    not: /没人|不管|管不管|怎么[^,。]{0,6}(?:报|填|交)$/,
  },
]

/** 啥 as the standard language writes it. */
const standard = (text: string): string => text.replaceAll('啥', '什么').replace(/[?。!,~]+$/, '')

/** The topic of such a question; undefined for everything else. */
export function askedTopic({ text, people }: Reading): string | undefined {
  const plain = standard(text)
  if ([...plain].length > LONGEST || TOLD.test(plain)) return undefined
  const found = ASKED.find(({ has, not }) => has.every((one) => one.test(plain)) && not?.test(plain) !== true)
  const aboutOne = found?.topic === 'trainingDue' && /什么时候|何时|哪天|下次|时间|到期/.test(plain)
  return people.length === 0 || aboutOne ? found?.topic : undefined
}
