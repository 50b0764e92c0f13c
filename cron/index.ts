// The jobs by name; a new one is a file and a line here. Also the dry run of any of them.
import type { Job } from '../bot/context.ts'
import { remind } from './remind.ts'
import { weekly } from './weekly.ts'

export { type Planned, planned } from './planned.ts'

export const jobs: readonly Job[] = [weekly, remind]
