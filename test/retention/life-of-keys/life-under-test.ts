import { addDays, type Day } from '../../../domain/values/day'
import { isLastDayOfMonth, monthOf } from '../../../domain/values/month'
import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import type { AnyEvent } from '../../../domain/event/define-event'
import { logNames, streamNameOf, type LogName, type StreamName } from '../../../domain/event/stream'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { AroundPort } from './around-ports'
import type { KeyStoreCopy } from './copyable-key-store'
import { copyLogs, makeDurableLibrary, restoreLogs, storedOpenEvent, type LogsCopy } from './durable-library'
import { startProcess, type LibraryProcess } from './library-process'
import { scopesOpenedByThief } from './thief'

/** The process died: nothing after it runs. */
class Killed extends Error {}

const dayMs = 86_400_000

/** Where a process is killed: at the n-th call of a port from now, before or after its effect. */
export interface Kill {
  readonly call: number
  readonly when: 'before' | 'after'
}

/** The epochs whose wrapping key a ring has, in use or in escrow. */
export const epochsIn = (ring: KekRing): ReadonlySet<Epoch> =>
  new Set([
    ...ring.epochs(),
    ...ring.retiredEpochs().flatMap(({ epoch, destroyedOn }) => (destroyedOn === undefined ? [epoch] : [])),
  ])

/** A library with one process that can be killed, its backups, and a thief who copies its keys and its ring. */
export const lifeUnderTest = (library = makeDurableLibrary()) => {
  let kill: Kill | undefined
  let isDead = false
  const callPort: AroundPort = async (_port, call) => {
    if (isDead) throw new Killed()
    if (kill === undefined) return call()
    const { call: left, when } = kill
    if (left > 0) {
      kill = { call: left - 1, when }
      return call()
    }
    isDead = true
    if (when === 'after') await call()
    throw new Killed()
  }
  let process: LibraryProcess = startProcess(library, callPort)
  const startAnother = (): LibraryProcess => {
    process.stop()
    isDead = false
    kill = undefined
    process = startProcess(library, callPort)
    return process
  }
  const closeDay = async (day: Day): Promise<void> => {
    const close = async (log: LogName, stream: StreamName, event: AnyEvent): Promise<unknown> =>
      rightOrThrow(await library.logs[log].append(stream, 'none', [storedOpenEvent(log, day, event)])())
    const month = monthOf(day)
    if (isLastDayOfMonth(day))
      for (const log of logNames) await close(log, streamNameOf('month')(month), MonthClosed({ month }, {}))
    await close('circulation', streamNameOf('day')(day), DayClosed({ day }, {}))
  }
  const life = {
    library,
    process: () => process,
    ring: () => library.ring.copy(),
    /** Does some work in the process, which is killed on the way. Answers whether it was killed; then another is needed. */
    whileKilled: async (
      at: Kill | undefined,
      work: (running: LibraryProcess) => Promise<unknown>,
    ): Promise<boolean> => {
      kill = at
      try {
        await work(process)
      } catch (error) {
        if (!isDead) throw error
      }
      kill = undefined
      return isDead
    },
    /** Starts another process, and checks the stores as an opening does. */
    restart: (isRestored: boolean, acceptLost: boolean) => startAnother().open(isRestored, acceptLost)(),
    /** Closes so many days. Machine time passes as well, so nothing stays in the cache. */
    passDays: async (days: number): Promise<void> => {
      for (let n = 0; n < days; n += 1) {
        await closeDay(library.today)
        library.today = addDays(1)(library.today)
        library.elapsed += dayMs
      }
    },
    copy: async () => ({ logs: await copyLogs(library), keys: await library.keys.copy() }),
    restore: async (logs: LogsCopy | undefined, keys: KeyStoreCopy): Promise<void> => {
      if (logs !== undefined) await restoreLogs(library, logs)
      await library.keys.restore(keys)
    },
    /** What a process that has nothing in memory answers for the parts of events. */
    openAnew: async (events: ReadonlyArray<SealedEvent>): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
      const reader = startProcess(library)
      rightOrThrow(await reader.catchUp())
      const answers: ReadonlyArray<string>[] = []
      for (const event of events) answers.push(await reader.openParts(event))
      reader.stop()
      return answers
    },
    openedByThief: (ring: KekRing, copies: ReadonlyArray<KeyStoreCopy>) =>
      scopesOpenedByThief(ring, copies, library.written),
  }
  return life
}

export type LifeUnderTest = ReturnType<typeof lifeUnderTest>
