/**
 * The card kit: the only place of the bot that writes Feishu card JSON (schema 2.0). Handlers and jobs compose cards
 * from these functions and import nothing else of this folder.
 */
export {
  type Act,
  type Button,
  button,
  buttonRow,
  type MenuTile,
  menuTiles,
  openUrlButton,
  overflow,
} from './actions.ts'
export { cardAsText } from './as-text.ts'
export { columns, divider, image, kpis, labelled, note, panel, type Tone, text } from './blocks.ts'
export { type Card, type CardState, card, type HeaderTag } from './card.ts'
export { type Bar, rankingChart, trendChart } from './chart.ts'
export type { BodyElement, ColumnElement } from './elements.ts'
export {
  checker,
  datePicker,
  datetimePicker,
  type Field,
  multilineInput,
  multiSelect,
  type Option,
  personSelect,
  select,
  textInput,
  timePicker,
} from './field.ts'
export { form } from './form.ts'
export {
  bold,
  bullets,
  type Colour,
  colour,
  grey,
  join,
  type Md,
  md,
  multiline,
  personMention,
  quantity,
  tag,
} from './md.ts'
export { digestCard, reminderTopic, reminderTopics } from './reminders.ts'
export { CARD_LIMITS, CardTooLarge } from './seal.ts'
export {
  articleName,
  changeLine,
  clauseName,
  findingLine,
  lackLine,
  share,
  shortfallLine,
  statusColour,
  statusTag,
  statusWords,
  unitWords,
} from './standing.ts'
export { nameWithin } from './unit-name.ts'
