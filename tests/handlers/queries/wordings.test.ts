// The questions as a clerk, an officer or a leader words them: each is answered with its own card, none becomes a draft.
import { beforeAll, describe, expect, test } from 'vitest'
import { handleMessage } from '../../../handlers/say.ts'
import { asked, message, wordsOf } from '../../support/ctx.ts'
import { addPerson, addPost, type TestDatabase } from '../../support/database.ts'
import { memberCity } from '../city.ts'
import { judgedCity } from '../judged-city.ts'

let city: TestDatabase
beforeAll(async () => {
  city = await judgedCity()
  return () => city[Symbol.asyncDispose]()
})

async function said(openId: string, text: string): Promise<string> {
  const outcome = await asked(city, { openId }, (ctx) => handleMessage(message(openId, text), ctx))
  return wordsOf(outcome)
}

/** What each wording was answered with, where that is not the card expected. */
async function misses(openId: string, wordings: string, title: RegExp): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const text of wordings.split('|')) {
    const answer = await said(openId, text)
    if (!title.test(answer) || answer.startsWith('没看懂')) wrong.push(`${text} → ${answer.slice(0, 40)}`)
  }
  return wrong
}

async function drafts(): Promise<number> {
  return asked(city, { openId: 'ou_clerk' }, async (_ctx, tx) => tx.report.count())
}

describe('every wording is understood', () => {
  test.each([
    [
      '轮训到期',
      /轮训到期/,
      '轮训快到期的人员|该送谁去培训|轮训逾期人员|哪些人轮训过期了|本季度轮训到期的是哪几位|看下有哪些干部该送去轮训了|轮训要到期的人给我列一下|还差谁没轮训|我们镇哪些人培训过期|有谁三年没轮训了|轮训三年期满的人|哪位同志该轮训|快到轮训时间的|未轮训人员清单|今年要安排谁去轮训|谁的轮训欠着|需要再培训的人|谁还没训过|培训该安排谁|近期要轮训的|三年没参加轮训的名单|该复训的有谁|下半年谁要去轮训|轮训超期的有几个人|谁轮训到点了|查一下该轮训的人|哪几位快到轮训期限|还有几个人没轮训|培训到期名单|该轮到谁培训|轮训临期人员|有没有人轮训超期|应该轮训没轮训的人|轮训谁先去该|哪个同志培训过期了|轮训期满人员名单|几个人需要补训|谁轮训没去|欠轮训的人|帮我查该参加轮训的名单',
    ],
    [
      '缺人',
      /缺人情况/,
      '缺人的乡镇|人员缺口|咱们镇人够吗|哪些村没有网格员|还要补几个人|哪里缺专职|应急人员不足的乡镇|缺口多大|哪儿人少|全镇人手不足吗|哪些乡镇人还没配到位|哪个镇差得最多|咱们还缺人吗|人员配备不齐的乡镇|缺编的单位|缺员情况|我镇还要招几个|郑庄镇缺几个人|哪些部门安全员不够|各乡镇缺口多少|专职缺多少|还要配几个人才够|缺人单位清单|缺人名单|我们人手够用吗|哪些地方没配专职|还差多少人|哪些单位编制空着几个人|人不够的镇|谁家人最少|咱镇缺人不|还短几个人|要再招几个人才够|配备不足的有哪些|没有配齐专职应急人员的乡镇|人员到位情况|哪个村没安全员|还得进几个人|专职人员够不够|哪些街道人手不足',
    ],
    [
      '我的上报',
      /我的上报/,
      '看看我报的|我的记录|我这周报了什么|我的提交记录|以前的上报|我今天报了几条|把我的上报调出来|帮我查下我报过的|我上次报的那条在哪|翻一下我以前报的|我提交过哪些|本人填报记录|我们镇报过什么|我最近交了什么|我报的还在吗|我的上报历史|查看历史上报|我登记过的培训|刚才报的存上了吗|昨天的上报|最近的上报|我填了哪些|看我的填报|我报成功了没|我的提交|我名下的上报|我的单子|查询本人上报|我报的都在哪里|我都报了些啥|我发过的上报|历史记录|我之前填的呢|我上报了些什么|我交过的记录|列一下我填报的记录|我报的人员变动呢|我上周报了几次|最近报了啥|我录入的数据',
    ],
    [
      '变化',
      /本周变化/,
      '和上周比|跟上周对比|哪些单位变差了|环比|比上周怎么样|与上周相比如何|较上周有哪些变化|上周以来|这周谁退步了|哪家进步了|这礼拜有啥不一样|上周到现在有什么新情况|本周新增了什么|周报里变了什么|这周有没有新的不达标|哪些乡镇好转了|谁变好了|比上个星期差在哪|和上星期比差别大吗|本周达标情况和上周比较|对比上周|近一周对比|上礼拜以来的情况|这周跟上周比怎么样|有没有变差的|哪个单位掉下来了|本周变好的有谁|同上周相比|这周变了什么|本周有哪些变动|这星期变化大吗|上周和这周的区别|自上周以来的变化|哪几个下滑了|有没有改善的|比上周强了没|这个星期有啥变化|本周有何变化|最近一周比前面如何变化|有什么变化',
    ],
    [
      '怎么算',
      /怎么算/,
      '75%是哪来的|数据从哪来的|3人是怎么来的|把计算过程给我看|这个数是怎么来的|这个比例咋算的|按什么算的|依据哪些记录算的|算法是什么|统计口径是啥|这个数背后的记录|用到的数据有哪些|哪几个人算进去了|谁算在内|这3个人是谁|这个3是哪几个人|数字怎么来的|率是怎么来的|计算方法|计算依据是什么|统计过程给我看看|怎么得出缺1人|人数是按什么算的|专职怎么统计|明细|看看明细|这个结果怎么来的|如何计算达标率|怎么判定达标|第五条怎么算|缺人是咋算的|算一下我们的专业比例|凭什么算我们缺人|根据什么算的|注安师比例怎么算|计算公式|轮训率怎么统计|数字依据什么算的|算进去的人有谁|这个数从哪儿来的',
    ],
  ])('for %s', async (_what, title, wordings) => {
    const before = await drafts()

    expect(await misses('ou_clerk', wordings, title)).toEqual([])
    expect(await drafts()).toBe(before)
  })

  test('for what an article says about a matter, with its words and where they stand', async () => {
    const before = await drafts()
    const wanted: readonly (readonly [article: string, wordings: string])[] = [
      ['第三条', '领导班子要几个懂行的，哪条规定|班子成员专业背景有什么要求|班子配备的依据是哪一条'],
      ['第四条', '局队合一是哪条规定的|内设机构怎么要求|安全工作人员至少几名'],
      [
        '第五条',
        '乡镇要配几个专职人员|专职人数怎么规定|第五条第二款|专职最少几个|一村一安全员依据是哪条|文件对村里有什么要求|网格员是哪一条要求的|第五条的原文|条款五|乡镇至少配几人',
      ],
      ['第六条', '文件里对注安师怎么要求|专业人员比例要求|专业人员要占多少|注安师的规定'],
      ['第七条', '轮训几年一次规定是什么|凡进必考是什么意思|关于培训是怎么规定的|持证上岗的依据|第7条第1项'],
      ['第九条', '执法装备的规定|记录仪应配多少|执法车是哪条要求的'],
      ['第十条', '执法经费怎么要求|经费最少多少|执法经费哪条'],
      ['第十一条', '安责险文件怎么说|专家库有什么规定'],
      ['第十二条', '尽职免责怎么规定|吹哨人制度文件怎么写的|举报奖励是哪一条|尽职免责是什么意思'],
      ['第十四条', '双随机的要求是什么|联合执法怎么规定'],
      ['第十五条', '行刑衔接哪条说的|黑名单制度怎么规定'],
      ['第十六条', '一票否决是什么规定|问责的依据是什么'],
    ]
    const wrong: string[] = []
    for (const [article, wordings] of wanted)
      wrong.push(
        ...(await misses(
          'ou_clerk',
          wordings,
          new RegExp(`${article} [^\n]+[^]*晋市政办〔2021〕10号[^]*${article}。`),
        )),
      )

    expect(wrong).toEqual([])
    expect(await drafts()).toBe(before)
  })
})

test('two articles in one question are both quoted', async () => {
  for (const text of ['第五条和第七条', '第五、七条写了什么', '第5条、第7条原文']) {
    const answer = await said('ou_clerk', text)
    expect(answer).toContain('至少配备3—5名专业应急管理人员')
    expect(answer).toContain('凡进必考必训')
  }
})

test('a paragraph that the document does not have is said to be none', async () => {
  expect(await said('ou_clerk', '第五条第二款')).toContain('没有第二款，整条如下')
})

test('the document of the province is named and not made up', async () => {
  expect(await said('ou_clerk', '107号文怎么说')).toContain('晋政办发〔2020〕107号')
})

describe('one person’s day', () => {
  test.each(['张三什么时候该轮训', '张三下次轮训是哪天', '张三的轮训时间', '查轮训 张三'])(
    '"%s" is told to who may read the unit',
    async (text) => {
      await using database = await memberCity()
      await staffed(database)
      const answer = await ask(database, 'ou_clerk', text)

      expect(answer).toContain('张三的轮训')
      expect(answer).toContain('沁水县郑庄镇：2026年3月1日到期')
    },
  )

  test('a day long past is overdue', async () => {
    await using database = await memberCity()
    await staffed(database, '2020-01-01')
    expect(await ask(database, 'ou_clerk', '张三什么时候该轮训')).toContain('2024年4月20日到期，还有31天')
  })

  test('oneself is found by one’s own name', async () => {
    await using database = await memberCity()
    await staffed(database)
    expect(await ask(database, 'ou_clerk', '我什么时候该轮训')).toContain('张三的轮训')
  })

  test('another township learns nothing', async () => {
    await using database = await memberCity()
    await staffed(database)
    const answer = await ask(database, 'ou_neighbour', '查轮训 张三')

    expect(answer).toContain('没有“张三”')
    expect(answer).not.toContain('2026年')
  })
})

async function staffed(database: TestDatabase, from = '2023-03-01'): Promise<void> {
  await database.transact(async (tx) => {
    await addPerson(tx, 'p1', { name: '张三' })
    await addPost(tx, 'p1', 'zhengzhuang', { from })
  })
}

async function ask(database: TestDatabase, openId: string, text: string): Promise<string> {
  return wordsOf(await asked(database, { openId }, (ctx) => handleMessage(message(openId, text), ctx)))
}
