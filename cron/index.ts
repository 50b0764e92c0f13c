// The jobs by name; a new one is a file and a line here.
import type { Job } from '../bot/context.ts'

export const jobs: readonly Job[] = []
