// Report type: a hazard tip (第十二条). Anybody may file one; what happens with it is in handlers/tips/.
import { amendTip } from '../tips/amend.ts'
import { channelStatement, punctuated, tellsSomething, tipFields, tipHeadline } from '../tips/fields.ts'
import { storeTip } from '../tips/file.ts'
import { withdrawTip } from '../tips/withdraw.ts'
import { defineReport } from './define.ts'

export const hazard = defineReport({
  storing: 'atOnce',
  kind: 'hazard',
  title: '隐患举报',
  prefix: 'YH',
  words: ['报隐患', '举报', '我要举报', '隐患'],
  hint: '照片加一句话就行',
  example: '泽州县子丑煤业三号皮带机没有护罩',
  itemTypes: ['hazardTip'],
  who: 'anyone',
  clauses: ['A12-4'],
  statement: `照片在提交前后直接发给我即可。${channelStatement}`,
  fields: tipFields,
  headline: tipHeadline,
  tells: tellsSomething,
  tidy: punctuated,
  save: storeTip,
  amend: amendTip,
  withdraw: withdrawTip,
})
