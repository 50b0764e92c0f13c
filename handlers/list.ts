// The tables: every command people can type and every button they can press. Help is made from them, and a new
// one is a line here.
import { clause, clausePress } from './article.ts'
import { bind, whoAmI } from './bind.ts'
import { bindByPhone, notMe } from './bind-phone.ts'
import { exportCommand } from './files/export.ts'
import { listPresses } from './files/press.ts'
import { templateCommand, templatePress } from './files/template.ts'
import { bindGroup, groupSettings } from './groups.ts'
import { type HelpBook, helpCommand, helpPress } from './help.ts'
import { invite, inviteByForm } from './invite.ts'
import { minePresses, myDrafts, myReports } from './mine.ts'
import { nilUndo } from './nil.ts'
import { progress, progressPress } from './progress.ts'
import { changes } from './queries/changes.ts'
import { computed, computedPresses } from './queries/computed.ts'
import { certificatesDue, trainingDue } from './queries/due.ts'
import { personDue } from './queries/due-person.ts'
import { gradingRule } from './queries/grading.ts'
import { headCount, phone, roster } from './queries/people.ts'
import { privacy } from './queries/privacy.ts'
import { certified, ranking, rate, unreported } from './queries/rate.ts'
import { rewardRule } from './queries/reward.ts'
import { shortage } from './queries/shortage.ts'
import { tipCounts } from './queries/tip-counts.ts'
import { remindPresses } from './remind.ts'
import { atOncePresses } from './reports/at-once.ts'
import { reportTypes } from './reports/index.ts'
import { reportPresses } from './reports/press.ts'
import { withdrawCommand } from './reports/withdraw.ts'
import type { Command, Press } from './route.ts'
import { saveCommand } from './save-draft.ts'
import { standing, standingPress } from './standing/index.ts'
import { summaryPresses } from './summary.ts'
import { tipPresses } from './tips/press.ts'
import { unbind, unbindByPress } from './unbind.ts'

export const commands: readonly Command[] = [
  helpCommand(book),
  myReports,
  myDrafts,
  progress,
  standing,
  trainingDue.command,
  certificatesDue.command,
  personDue,
  roster.command,
  headCount.command,
  phone,
  shortage.command,
  changes.command,
  rate.command,
  ranking.command,
  unreported.command,
  certified.command,
  tipCounts,
  computed,
  clause,
  templateCommand,
  exportCommand,
  rewardRule,
  gradingRule,
  privacy,
  saveCommand,
  withdrawCommand,
  bind,
  whoAmI,
  invite,
  unbind,
  groupSettings,
]

export const presses: readonly Press[] = [
  helpPress(book),
  ...reportPresses,
  ...atOncePresses,
  ...tipPresses,
  ...minePresses,
  nilUndo,
  ...listPresses,
  templatePress,
  progressPress,
  clausePress,
  standingPress,
  trainingDue.press,
  certificatesDue.press,
  roster.press,
  headCount.press,
  shortage.press,
  changes.press,
  rate.press,
  ranking.press,
  unreported.press,
  certified.press,
  ...computedPresses,
  ...summaryPresses,
  ...remindPresses,
  bindByPhone,
  notMe,
  inviteByForm,
  unbindByPress,
  bindGroup,
]

export function book(): HelpBook {
  return { commands, reports: reportTypes }
}
