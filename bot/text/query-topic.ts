// What a question is about.

const QUERY_TOPICS: readonly (readonly [string, RegExp])[] = [
  ['rewardRule', /奖(?:励|金|多少)/],
  ['myReports', /我的(?:上报|报告|记录|填报)|我(?:们)?(?:都)?(?:报|填)(?:过|了)(?:什么|哪些|多少)/],
  ['drafts', /^草稿|我的草稿/],
  [
    'caseProgress',
    /进度|处理到哪|处理(?:得|的)?(?:怎么样|咋样|情况)|到哪(?:一)?步|有(?:没有)?结果|办(?:得|的)?怎么样|处理了(?:吗|没)/,
  ],
  ['trainingCompletion', /(?:培训|轮训)[^,。;]{0,10}(?:完成|率|进展|情况|覆盖)|参训率|完成率/],
  [
    'trainingDue',
    /(?:该|要|需要?|应该?|到期|快到期|逾期|超期|没|未)[^,。;]{0,8}(?:轮训|培训)|轮训[^,。;]{0,8}(?:到期|谁|哪些|时间)|谁[^,。;]{0,8}(?:轮训|培训)/,
  ],
  ['certificateExpiry', /证[^,。;]{0,10}(?:到期|过期|有效期|年审)|(?:到期|过期)[^,。;]{0,6}证/],
  [
    'staffingShortage',
    /(?:缺|差|少|不足|不够|没配|未达标|没达标|空编|空缺)[^,。;]{0,8}(?:人|编|岗)|人(?:员|手)?(?:不够|不足|缺)|配(?:齐|够|足)/,
  ],
  ['openHazards', /隐患[^,。;]{0,14}(?:没|未|逾期|多少|哪些|几|情况|整改率)|整改率|(?:没|未)整改/],
  ['overdueReports', /(?:谁|哪些|哪几个)[^,。;]{0,8}(?:没|未)(?:报|交|上报|填)|(?:没|未)(?:报|交|上报)的/],
  ['compliance', /达标|合格率|排名|落后|不达标/],
  [
    'clause',
    /第[一二三四五六七八九十\d]+条|文件(?:怎么|是怎么|咋)(?:说|规定|要求)|规定(?:是|了)?什么|什么(?:要求|规定|标准|条件)|依据|政策|原文|要求(?:配|几|多少)/,
  ],
  ['equipmentCoverage', /记录仪|终端|装备|执法车/],
  ['fund', /经费|预算/],
  ['insuranceCoverage', /安责险|投保/],
  ['staffing', /(?:多少|几)(?:个)?人|人员(?:情况|名单|构成)?|编制|在岗|力量/],
  ['accidentStatistics', /事故/],
  ['person', /是谁|谁是|电话|联系方式|负责人/],
]

/** The topic code, or undefined when the question is about nothing the bot keeps. */
export const topicOf = (text: string): string | undefined =>
  QUERY_TOPICS.find(([, pattern]) => pattern.test(text))?.[0]
