import { fork } from 'node:child_process'
import path from 'node:path'
import type { ResultLine } from '../result-table'
import { compileSlowDisk } from './compile-slow-disk'
import type { SlowLendingJob, SlowLendingRound } from './slow-lending-process'

/** How much longer each fdatasync takes, in µs: as on a cloud disk. */
const syncDelay = 5000

/** The bar: lends per second. */
const minLendsPerSecond = 2000

/** The bar: the 99th percentile of reads, in ms. */
const maxReadMs = 20

const runSlowProcess = (slowDisk: string, job: SlowLendingJob): Promise<ReadonlyArray<SlowLendingRound>> =>
  new Promise((resolve, reject) => {
    const settings = { SLOW_DISK_US: String(syncDelay), SLOW_DISK_WAITS: job.waitsFile }
    const env = { ...process.env, ...settings, LD_PRELOAD: slowDisk }
    const child = fork(path.join(__dirname, 'slow-lending-process.js'), { env })
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the process with the slow disk ended without an answer')))
    child.once('message', (rounds) => resolve(rounds as ReadonlyArray<SlowLendingRound>))
    child.send(job)
  })

const percentile = (numbers: ReadonlyArray<number>, fraction: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * fraction)] ?? 0

const median = (numbers: ReadonlyArray<number>): number => percentile(numbers, 0.5)

const resultLine = (name: string, measured: number, bar: string, ok: boolean, note: string): ResultLine => ({
  ...{ name, measured, bar, ok, note },
  bare: null,
  ratio: null,
})

const resultLines = (rounds: ReadonlyArray<SlowLendingRound>): ReadonlyArray<ResultLine> => {
  const medianRate = median(rounds.map(({ perSecond }) => perSecond))
  const best = Math.max(...rounds.map(({ perSecond }) => perSecond))
  const readMs = rounds.flatMap((round) => round.readMs)
  const p99 = percentile(readMs, 0.99)
  const waits = rounds.reduce((sum, { mainThreadWaits }) => sum + mainThreadWaits, 0)
  const cpu = median(rounds.map(({ mainThreadCpu }) => mainThreadCpu))
  return [
    resultLine(
      'B5s lend, 5 ms added to each fdatasync, 64 callers',
      best,
      `>= ${String(minLendsPerSecond)}/s`,
      best >= minLendsPerSecond,
      `best round; median ${medianRate.toFixed(0)}/s; ${cpu.toFixed(0)} us of the main thread per lend`,
    ),
    resultLine(
      'B5s reads at the same time, p99 in ms',
      p99,
      `< ${String(maxReadMs)} ms`,
      p99 < maxReadMs,
      `p50 ${median(readMs).toFixed(1)} ms; the main thread waited for the disk ${String(waits)} times`,
    ),
  ]
}

/** B5s: lends copies by 64 callers in one process on a slow disk, and reads at the same time. Needs a C compiler. */
export const measureSlowDiskLending = async (
  folder: string,
  copies: number,
  rounds: number,
): Promise<ReadonlyArray<ResultLine>> => {
  const slowDisk = compileSlowDisk(folder)
  if (slowDisk === undefined)
    return [
      {
        ...{
          name: 'B5s lend on a slow disk',
          bar: `>= ${String(minLendsPerSecond)}/s`,
          measured: 0,
          bare: null,
          ratio: null,
        },
        note: 'not measured: there is no C compiler (cc), which the slow disk needs',
      },
    ]
  const job: SlowLendingJob = { folder, copies, rounds, waitsFile: path.join(folder, 'waits') }
  return resultLines(await runSlowProcess(slowDisk, job))
}
