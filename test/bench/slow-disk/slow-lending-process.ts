import { statSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { addDays } from '../../../domain/values/day'
import { lendAll, returnAll, waitUntilProcessed } from '../lend/measure-lending'
import { openBusyLibrary, busyLibraryFirstDay } from '../lend/busy-library'
import { repeatReads } from './repeat-reads'

/** What to measure in a process with a slow disk. */
export interface SlowLendingJob {
  readonly folder: string
  readonly copies: number
  readonly rounds: number
  /** The file that grows by one byte each time the main thread waits for the disk. */
  readonly waitsFile: string
}

/** One round of lending, with reads at the same time. */
export interface SlowLendingRound {
  readonly perSecond: number
  /** The ms of each read, from the time it was due. */
  readonly readMs: ReadonlyArray<number>
  /** How often the main thread waited for the disk. */
  readonly mainThreadWaits: number
  /** The CPU time of the main thread per lend in µs, with reactions and read models. */
  readonly mainThreadCpu: number
}

const countWaits = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const measure = async ({
  folder,
  copies,
  rounds,
  waitsFile,
}: SlowLendingJob): Promise<ReadonlyArray<SlowLendingRound>> => {
  const busy = await openBusyLibrary(folder, [10], copies, 1024)
  const [copiesWithPast] = busy.copiesByPast
  if (copiesWithPast === undefined) throw new Error('the library has no copies')
  const measured: SlowLendingRound[] = []
  for (let turn = 0; turn <= rounds; turn += 1) {
    const day = addDays(turn)(busyLibraryFirstDay)
    const waitsBefore = countWaits(waitsFile)
    const cpu = process.threadCpuUsage()
    const reads = repeatReads(busy.library, busy.borrowers)
    const start = performance.now()
    await lendAll(busy, copiesWithPast, day)
    await waitUntilProcessed(busy)
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.threadCpuUsage(cpu)
    const readMs = await reads.stop()
    const mainThreadWaits = countWaits(waitsFile) - waitsBefore
    const mainThreadCpu = (user + system) / copies
    // The first round warms up.
    if (turn > 0) measured.push({ perSecond: copies / seconds, readMs, mainThreadWaits, mainThreadCpu })
    await returnAll(busy, copiesWithPast, day)
    await waitUntilProcessed(busy)
  }
  await busy.library.close()
  return measured
}

// Runs as a separate process with a slow disk: the first message is the job.
process.once('message', (job: SlowLendingJob) => {
  void measure(job).then(
    (rounds) => process.send?.(rounds, () => process.disconnect?.()),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
