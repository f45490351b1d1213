import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureHttpLendingAtRates, type LatencyAtRate } from './measure-http-lending'
import { measureWorkPerLend, workTable } from './measure-work-per-lend'

/** Requests per second. All are due at once, and 64 connections take them as fast as they can. */
const unlimitedRate = 1e9

/** Formats the latencies as a table with a line for each rate. */
const rateTable = (measured: ReadonlyArray<LatencyAtRate>): string =>
  [
    ['requested per second', 'answered per second', 'p50 in ms', 'p99 in ms', 'us of main thread'],
    ...measured.map(({ perSecond, answeredPerSecond, p50, p99, cpu }) => [
      perSecond === unlimitedRate ? 'unlimited' : String(perSecond),
      answeredPerSecond.toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      cpu.toFixed(0),
    ]),
  ]
    .map((cells) => cells.map((cell) => cell.padStart(22)).join(''))
    .join('\n')

const measurements: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  counts: async (folder) => workTable(await measureWorkPerLend(folder)),
  curve: async (folder) => rateTable(await measureHttpLendingAtRates(folder, [50, 200, 500, 1000, unlimitedRate])),
}

/** Measures the cost of a lend. `counts` or `curve` on the command line runs that measurement alone. */
const main = async (args: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    for (const [name, measure] of Object.entries(measurements))
      if (args.length === 0 || args.includes(name)) console.log(await measure(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
