// Words of equipment, funds, meetings, insurance and inspections.

/** Equipment by its record name; what is said most exactly comes first. */
export const EQUIPMENT: readonly (readonly [string, RegExp])[] = [
  ['mobileTerminal', /(?:移动)?执法终端|移动终端|执法(?:平板|手机|通)|PDA/],
  ['collectionStation', /采集(?:工作)?站/],
  ['recorder', /(?:执法)?记录仪/],
  ['protectiveSet', /个人(?:安全)?防护(?:装备|用品|服)?|防护(?:装备|服|用品)|呼吸器|防毒面具/],
  ['vehicle', /执法(?:用)?车(?:辆)?|公务车|应急(?:救援)?车辆?|指挥车/],
  ['drone', /无人机/],
  ['printer', /(?:便携式?)?打印机/],
  ['detector', /(?:气体|有毒气体)?(?:检测|测距|测温|测厚|测振|噪声|粉尘)仪|检测设备/],
  ['radio', /对讲机|卫星电话/],
  ['camera', /照相机|摄像机|录音笔/],
  ['uniform', /执法服装?|制式服装|制服/],
]
/** Equipment that is the telling word of a message by itself, not a tool of some hazard. */
export const ENFORCEMENT_EQUIPMENT = new RegExp(EQUIPMENT.map(([, { source }]) => source).join('|'))

/** What became of equipment; what is bought and there has no status. */
export const EQUIPMENT_STATUS: readonly (readonly [string, RegExp])[] = [
  ['scrapped', /报废|丢失|遗失|丢了/],
  ['repair', /维修|送修|修理|返厂/],
  ['scrapped', /损坏|坏了/],
]

/** Enforcement funds and their uses. */
export const FUND = /经费|预算|资金|拨款|奖补|采购款|装备费|专款/

/** Meetings by their name in the record; the telling ones first. */
export const MEETINGS: readonly (readonly [string, RegExp])[] = [
  ['政府常务会', /政府(?:第[^,。;]{1,5}次)?常务会|常务会/],
  ['党委常委会', /(?:县|市|区)委(?:第[^,。;]{1,5}次)?常委会|常委会/],
  [
    '安委会全体会议',
    /安委会(?:召开|开)?(?:了)?(?:\d{4}年)?(?:第?[^,。;]{1,4}[次度])?(?:全体)?(?:成员)?(?:\(扩大\)|扩大)?会议?/,
  ],
  ['理论学习中心组', /中心组/],
  ['党组会', /党组(?:扩大)?会/],
  ['党工委会', /党工委(?:扩大)?会/],
  ['党委会', /党委(?:扩大)?会/],
  ['局长办公会', /局长办公会/],
  ['警示教育会', /警示教育/],
  ['联席会议', /联席会/],
  ['工作例会', /例会/],
  ['约谈会', /约谈/],
  [
    '安全生产会议',
    /安全(?:生产)?(?:工作)?(?:专题|视频|电视电话|调度|推进|部署)*会议?|推进会|部署会|调度会|专题会|视频会议(?!室)/,
  ],
]
