import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { countedLends, tableOfCounts } from './counts'
import { lendingAtRates, type AtRate } from './over-http'

/** Requests a second that are all due at once, for 64 connections. */
const asFastAsTaken = 1e9

const tableOfRates = (told: ReadonlyArray<AtRate>): string =>
  [
    ['asked a second', 'answered a second', 'p50 in ms', 'p99 in ms', 'us of the main thread'],
    ...told.map(({ perSecond, answeredPerSecond, p50, p99, cpu }) => [
      perSecond === asFastAsTaken ? 'all that is taken' : String(perSecond),
      answeredPerSecond.toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      cpu.toFixed(0),
    ]),
  ]
    .map((cells) => cells.map((cell) => cell.padStart(22)).join(''))
    .join('\n')

const measures: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  counts: async (folder) => tableOfCounts(await countedLends(folder)),
  curve: async (folder) => tableOfRates(await lendingAtRates(folder, [50, 200, 500, 1000, asFastAsTaken])),
}

/** What one lend costs: `counts` or `curve` on the command line measures that alone. */
const main = async (args: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    for (const [name, measure] of Object.entries(measures))
      if (args.length === 0 || args.includes(name)) console.log(await measure(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
