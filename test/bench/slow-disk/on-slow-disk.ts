import { fork } from 'node:child_process'
import path from 'node:path'
import type { Line } from '../table'
import type { SlowErrand, SlowRound } from './lending-process'
import { slowDiskLibrary } from './preload'

/** How much longer each fdatasync takes, in µs: as a disk in a cloud. */
const delay = 5000

const leastLends = 2000
const longestRead = 20

const inSlowProcess = (library: string, errand: SlowErrand): Promise<ReadonlyArray<SlowRound>> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LD_PRELOAD: library, SLOW_DISK_US: String(delay), SLOW_DISK_WAITS: errand.waits }
    const child = fork(path.join(__dirname, 'lending-process.js'), { env })
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the process with the slow disk ended without a word')))
    child.once('message', (rounds) => resolve(rounds as ReadonlyArray<SlowRound>))
    child.send(errand)
  })

const middle = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const share = (numbers: ReadonlyArray<number>, part: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0

const line = (name: string, measured: number, bar: string, ok: boolean, note: string): Line => ({
  ...{ name, measured, bar, ok, note },
  bare: null,
  ratio: null,
})

const linesOf = (rounds: ReadonlyArray<SlowRound>): ReadonlyArray<Line> => {
  const best = Math.max(...rounds.map(({ perSecond }) => perSecond))
  const reads = rounds.flatMap(({ reads: took }) => took)
  const p99 = share(reads, 0.99)
  const waits = rounds.reduce((sum, { mainWaits }) => sum + mainWaits, 0)
  const cpu = middle(rounds.map(({ mainCpu }) => mainCpu))
  return [
    line(
      'B5s lend, 5 ms added to each fdatasync, 64 callers',
      best,
      `>= ${String(leastLends)}/s`,
      best >= leastLends,
      `best round; median ${middle(rounds.map(({ perSecond }) => perSecond)).toFixed(0)}/s; ${cpu.toFixed(0)} us of the main thread a lend`,
    ),
    line(
      'B5s reads beside it, p99 in ms',
      p99,
      `< ${String(longestRead)} ms`,
      p99 < longestRead,
      `p50 ${share(reads, 0.5).toFixed(1)} ms; the main thread waited for the disk ${String(waits)} times`,
    ),
  ]
}

/** B5s: lends with 64 callers in process on a slow disk, and reads beside it. Says so where no C compiler is there. */
export const lendingOnSlowDisk = async (
  folder: string,
  copies: number,
  rounds: number,
): Promise<ReadonlyArray<Line>> => {
  const library = slowDiskLibrary(folder)
  if (library === undefined)
    return [
      {
        ...{ name: 'B5s lend on a slow disk', bar: `>= ${String(leastLends)}/s`, measured: 0, bare: null, ratio: null },
        note: 'not measured: no C compiler (cc) is here, which makes the disk slow',
      },
    ]
  return linesOf(await inSlowProcess(library, { folder, copies, rounds, waits: path.join(folder, 'waits') }))
}
