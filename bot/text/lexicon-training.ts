// Words by which officials tell of courses, exams and certificates.

export type TrainingType =
  | 'rotation'
  | 'initialQualification'
  | 'continuing'
  | 'special'
  | 'lecture'
  | 'online'
  | 'leader'
  | 'warningEducation'
  | 'villageCadre'
  | 'gridMember'
  | 'enterpriseRetraining'
  | 'specialOperationReview'
  | 'other'

/** In the order of trying: what is said most exactly comes first. */
export const TRAINING_TYPES: readonly (readonly [TrainingType, RegExp])[] = [
  ['specialOperationReview', /特种作业|特种设备作业|(?:电工|焊工|叉车|高处作业)[^,。;]{0,8}复审|操作证复审/],
  ['warningEducation', /警示教育|警示片/],
  [
    'initialQualification',
    /执法资格|资格培训|资格考试|初任|岗前培训|新(?:进|录用|入职)(?:执法)?人员(?:的)?培训|上岗(?:资格)?培训|执法证(?:考试|培训)|取证培训|新任执法|补考/,
  ],
  [
    'enterpriseRetraining',
    /再培训|复训|(?:主要负责人|企业负责人|安全管理人员|安全员|从业人员|员工|职工|三级教育)[^,。;]{0,12}(?:培训|教育|学习)/,
  ],
  ['rotation', /轮训|集中轮训|轮流培训/],
  [
    'special',
    /(?:大学|学院|高校)[^,。;]{0,14}(?:专题|研修|培训)班|(?:专题|研修|培训)班[^,。;]{0,8}(?:大学|高校)/,
  ],
  [
    'villageCadre',
    /(?:村(?:居|\(居\)|\(社区\))?(?:委|两委)?|社区|两委)干部[^,。;]{0,12}(?:培训|学习|教育|轮训|会|班|讲)|(?:培训|组织|对|给|召集)(?:了)?[^,。;]{0,8}(?:村(?:两委|居)?|社区)干部|村(?:支书|主任|委主任|级应急)[^,。;]{0,8}培训/,
  ],
  [
    'gridMember',
    /网格(?:员|长|化)[^,。;]{0,8}(?:培训|学习|教育|轮训|集训|讲座|上课|班)|(?:培训|组织|对|给|召集)(?:了)?[^,。;]{0,8}网格员/,
  ],
  [
    'leader',
    /(?:领导干部|党政(?:领导|干部)|班子成员|(?:处|科)级干部|主要领导|分管领导|一把手|党组成员|[局县区市镇乡]长)[^,。;]{0,16}(?:培训|学习|教育|研修|研讨|轮训|调训|讲座|班(?!子))|(?:局长|书记|镇长|乡长|县长|区长|市长)(?:、[^,。;]{1,12}|[\p{Script=Han}]{2,3})?参加/u,
  ],
  ['lecture', /大讲堂|讲座|讲堂/],
  [
    'online',
    /视频(?:培训|课|会|学习)|网(?:络|上)(?:培训|学习|课)|网课|线上|云课堂|远程(?:培训|教育)|在线(?:培训|学习)|直播/,
  ],
  [
    'special',
    /专题(?:培训|研修|学习|研讨)?班|专题培训|研修班|(?:大学|学院|高校)[^,。;]{0,14}(?:班|培训|学习|研修)|能力提升班|能力提升培训/,
  ],
  ['leader', /领导干部|党政领导|班子成员|(?:处|科)级干部|主要领导|分管领导|一把手|党组成员/],
  [
    'continuing',
    /继续教育|执法(?:人员|业务|队员|骨干|大练兵)|业务(?:培训|学习)|法制培训|法律法规培训|岗位练兵|知识更新/,
  ],
]

/** A course of any kind is spoken of. */
export const TRAINING_WORDS =
  /骨干班|提升班|开班|讲课|授课|上课|学了(?:一|半|\d)|集体学习|组织学习|研讨班|培训|轮训|集训|学习班|专题班|研修班|大讲堂|讲座|视频课|网课|继续教育|警示教育|补考|缺考|学时|课时|参训|复审|结业|执法资格|资格考试|考试成绩|三级教育/

/** What a certificate is called in the record. */
export const CERTIFICATE_TYPES: readonly (readonly [string, RegExp])[] = [
  ['enforcement', /(?:行政)?执法(?:资格)?证|执法证件/],
  ['registeredSafetyEngineer', /注册安全工程师|注安(?:师)?(?:证|执业证|资格证)?/],
  ['specialOperation', /特种作业(?:操作)?证|操作证|电工证|焊工证|叉车证|高处作业证/],
  [
    'safetyManagement',
    /安全(?:管理人员|员|负责人|生产知识和管理能力)?(?:考核)?合格证|安全(?:管理)?(?:员|人员)?(?:资格)?证|安全资格证|[ABC]证/,
  ],
  ['enforcement', /证件(?!照|号码)/],
  ['registeredFireEngineer', /消防工程师/],
]

/** A certificate was issued, runs out, or must be renewed. */
export const CERTIFICATE_EVENT =
  /(?:办|拿|领|考|发|换|批|取)(?:下|到|了|的|好|完|证)+(?:来|的)?|(?:下来|到手|取得|核发|颁发|发证|有效期|到期|过期|失效|年审|换证|换发|续期|补办|编号|证号|吊销|注销|丢了|遗失)|拿的|办的|领的/

export const VENUE_END =
  '(?:党校|干校|大学|学院|会议室|礼堂|会议中心|培训中心|中心|酒店|宾馆|招待所|基地|学校|中学|小学|报告厅|会议厅|大厅|办公楼|楼|广场|厅|多功能厅|活动室|文化站|园区|现场|局机关|机关|矿区|厂区|指挥部|大院|政府)'

export const PLATFORMS =
  /腾讯会议|钉钉|飞书|学习强国|链工宝|企业微信|微信群|国家应急管理(?:部)?[^,。;]{0,8}(?:平台|网|学院)|干部网络学院|干部在线学习|应急管理网络学院|中国应急管理[^,。;]{0,6}(?:学院|平台)|(?:法宣在线|学法用法)(?:平台)?|云课堂/

export const ATTACHMENTS: readonly (readonly [RegExp, string])[] = [
  [/签到(?:表|册|单)/, 'signInSheet'],
  [/(?:培训|开班|举办)?通知(?:文件)?(?:见|附|已附)|附(?:件)?[^,。;]{0,6}通知/, 'notice'],
  [/附[^,。;]{0,8}(?:名单|花名册)/, 'list'],
  [/(?:附|有|见)[^,。;]{0,6}(?:成绩单|成绩表)/, 'scoreSheet'],
  [/(?:附|有|见|传)[^,。;]{0,6}(?:证书|结业证)/, 'certificate'],
  [/(?:附|有|见|传)[^,。;]{0,4}(?:照片|图片|相片)|\[图片\]/, 'photo'],
]
