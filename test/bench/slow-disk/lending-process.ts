import { statSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { addDays } from '../../../domain/values/day'
import { lendAll, returnAll, settled } from '../lend/lending'
import { busyLibrary, today } from '../lend/library'
import { readsBeside } from './reads-beside'

/** What is to be measured in a process whose disk is slow. */
export interface SlowErrand {
  readonly folder: string
  readonly copies: number
  readonly rounds: number
  /** The file that grows by one byte whenever the main thread waits for the disk. */
  readonly waits: string
}

/** One round of lending, with reads beside it. */
export interface SlowRound {
  readonly perSecond: number
  /** Ms that each read took from when it was due. */
  readonly reads: ReadonlyArray<number>
  /** How often the main thread waited for the disk. */
  readonly mainWaits: number
  /** µs of the main thread's CPU time that a lend took, reactions and read models included. */
  readonly mainCpu: number
}

const waitsIn = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const measure = async ({ folder, copies, rounds, waits }: SlowErrand): Promise<ReadonlyArray<SlowRound>> => {
  const busy = await busyLibrary(folder, [10], copies, 1024)
  const [shelf] = busy.shelves
  if (shelf === undefined) throw new Error('a library needs copies')
  const measured: SlowRound[] = []
  for (let turn = 0; turn <= rounds; turn += 1) {
    const day = addDays(turn)(today)
    const before = waitsIn(waits)
    const cpu = process.threadCpuUsage()
    const reads = readsBeside(busy.system, busy.borrowers)
    const start = performance.now()
    await lendAll(busy, shelf, day)
    await settled(busy)
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.threadCpuUsage(cpu)
    const took = await reads.stop()
    const mainWaits = waitsIn(waits) - before
    // The first round warms up.
    const mainCpu = (user + system) / copies
    if (turn > 0) measured.push({ perSecond: copies / seconds, reads: took, mainWaits, mainCpu })
    await returnAll(busy, shelf, day)
    await settled(busy)
  }
  await busy.system.close()
  return measured
}

// Run as a process of its own, with a slow disk: what is asked comes as its first message.
process.once('message', (errand: SlowErrand) => {
  void measure(errand).then(
    (rounds) => process.send?.(rounds, () => process.disconnect?.()),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
