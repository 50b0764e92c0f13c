// `npm run bench`: measures the budgets of docs/decisions/0040-budgets.md in one run and prints the table. A missed
// budget is printed and not a failure, since machines differ; only a measurement that broke is. Words after
// `npm run bench --` choose measurements, so that one of them can be profiled alone.
import { cpus, loadavg } from 'node:os'
import { corridor } from './corridor.ts'
import { doors } from './doors.ts'
import { importing } from './importing.ts'
import { judging } from './judging.ts'
import { parsing } from './parsing.ts'
import type { Row } from './row.ts'
import { starting } from './starting.ts'

const measurements: Readonly<Record<string, () => Promise<Row[]>>> = {
  doors,
  corridor,
  parsing,
  judging,
  importing,
  starting,
}

const chosen = process.argv.slice(2)
const names = chosen.length === 0 ? Object.keys(measurements) : chosen
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const startMs = performance.now()
console.log(
  `Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} before the run\n`,
)
for (const name of names) {
  const measure = measurements[name]
  if (measure === undefined) {
    console.error(`read "${name}", expected one of ${Object.keys(measurements).join(', ')}`)
    process.exitCode = 2
    continue
  }
  try {
    for (const row of await measure()) print(row)
  } catch (error) {
    console.error(`${name} broke:`, error)
    process.exitCode = 1
  }
}
const tookS = (performance.now() - startMs) / 1000
console.log(`\n${tookS.toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)} after the run`)

function print({ what, measured, budget, verdict }: Row): void {
  console.log(`${verdict?.padEnd(5) ?? '     '} ${what.padEnd(45)} ${budget.padEnd(10)} ${measured}`)
}
