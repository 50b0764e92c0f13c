// Every tag of a card that can be drawn, and by what. Card-only.

import { Button } from './button.tsx'
import { Chart } from './chart.tsx'
import { Checker } from './checker.tsx'
import { ColumnSet, InteractiveContainer } from './containers.tsx'
import type { CardWorld } from './context.ts'
import { Div, Markdown, Rule } from './display.tsx'
import { Form } from './form.tsx'
import { Image, ImageCombination, SelectImage } from './image.tsx'
import { Input } from './input.tsx'
import { Overflow } from './overflow.tsx'
import { CollapsiblePanel } from './panel.tsx'
import { Person, PersonList } from './person.tsx'
import { Picker } from './pickers.tsx'
import { MultiSelectPerson, MultiSelectStatic, SelectPerson, SelectStatic } from './selects.tsx'
import { Table } from './table.tsx'

export const registry: CardWorld['registry'] = {
  markdown: Markdown,
  div: Div,
  hr: Rule,
  img: Image,
  img_combination: ImageCombination,
  person: Person,
  person_list: PersonList,
  chart: Chart,
  table: Table,
  column_set: ColumnSet,
  form: Form,
  interactive_container: InteractiveContainer,
  collapsible_panel: CollapsiblePanel,
  button: Button,
  input: Input,
  overflow: Overflow,
  select_static: SelectStatic,
  multi_select_static: MultiSelectStatic,
  select_person: SelectPerson,
  multi_select_person: MultiSelectPerson,
  date_picker: Picker,
  picker_time: Picker,
  picker_datetime: Picker,
  select_img: SelectImage,
  checker: Checker,
}
