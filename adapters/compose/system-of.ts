import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../domain/acts/close-day'
import type { ClosingError, ClosingLibrary } from '../../domain/acts/closing-error'
import { addDays, type Day } from '../../domain/language/day'
import { daysToClose } from '../../retention/guards/missing-days'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { calendarOf } from '../../retention/worker/calendar'
import { retentionWorker } from '../../retention/worker/worker'
import type { Description } from '../folder/description'
import type { LetGo } from '../folder/own'
import { keepUp } from '../running/keeper'
import type { MoveClock, System } from '../running/system'
import { firstDayIn } from './first-day'
import { healthOf } from './health-of'
import { libraryOf, type LibraryParts } from './library-of'
import type { OpenClock } from './open-clock'
import { startReacting } from './reacting'
import { rebuildOf } from './rebuild'
import { retentionOf } from './retention-of'
import { showStream } from './show'
import { committingNowAndThen, sweepingNowAndThen } from './timers'
import { workerPorts } from './worker-ports'

/** What a system is put together from. */
export interface SystemParts extends Omit<LibraryParts, 'clock'>, OpenClock {
  readonly description: Description
  readonly letGo: LetGo
  readonly alarm: (kind: string) => void
}

const startPosition = ''

/** Moves a simulated clock day by day: each day that is over is closed, and what fell due with it erased. */
const moving = (
  { simulated }: OpenClock,
  keep: (told: (closed: Day) => void) => TE.TaskEither<ClosingError, unknown>,
): MoveClock => {
  if (simulated === undefined) return () => TE.left({ _tag: 'ClockIsReal' })
  return (to, told) => async () => {
    if (to < simulated.today()) return simulated.moveTo(to)
    while (simulated.today() < to) {
      const moved = simulated.moveTo(addDays(1)(simulated.today()))
      if (E.isLeft(moved)) return moved
      const kept = await keep(told)()
      if (E.isLeft(kept)) return kept
    }
    return E.right(undefined)
  }
}

/** Puts a system together from opened parts, and starts its reactor. */
export const systemOf = async (parts: SystemParts): Promise<System> => {
  const { stores, table, keys, follower, random } = parts
  const bare = libraryOf(parts)
  let done: TE.TaskEither<never, void> | ClosingLibrary['reactionsDone'] = TE.right(undefined)
  const library: ClosingLibrary = { ...bare, reactionsDone: () => done() }
  const reactor = await startReacting(library, stores, (trouble) => {
    parts.alarm(trouble._tag)
  })
  done = reactor.done
  const first = firstDayIn(stores.logs.circulation)
  let confirmed: Day | undefined
  const ports = workerPorts({
    ...parts,
    reactors: [reactor],
    random,
    firstDay: first.known,
    confirmed: () => confirmed,
  })
  const unclosed = async (): Promise<ReadonlyArray<Day>> => {
    await first.look()
    await follower.reach()
    return pipe(
      daysToClose(calendarOf(ports)),
      E.getOrElse((): ReadonlyArray<Day> => []),
    )
  }
  const keep = keepUp<ClosingError>({
    daysToClose: unclosed,
    closeDay: closeDay(library),
    erase: retentionWorker(ports, deletionClasses),
  })
  const timers = [committingNowAndThen(stores.views), sweepingNowAndThen(keys)]
  const retention = retentionOf(ports, keep, unclosed, (day) => {
    confirmed = day
  })
  return {
    library,
    rows: stores.views.rows,
    reach: follower.reach,
    heads: async () => ({
      circulation: (await stores.logs.circulation.head()) ?? (startPosition as never),
      persons: (await stores.logs.persons.head()) ?? (startPosition as never),
    }),
    retention,
    clock: { kind: parts.description.clock, moveTo: moving(parts, keep) },
    rebuild: rebuildOf(stores, follower),
    keysStatus: async () => {
      const counted = await stores.keyStore.count()
      return {
        library: stores.ring.library,
        epoch: stores.ring.current(),
        epochs: stores.ring.epochs().length,
        ...(E.isRight(counted) ? counted.right : { unavailable: counted.left.reason }),
      }
    },
    show: showStream(stores.logs, table, keys),
    health: healthOf(stores, follower, [reactor], retention),
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await reactor.stop()
      stores.views.close()
      stores.schedule.close()
      await stores.keyStore.close()
      await stores.logs.circulation.close()
      await stores.logs.persons.close()
      parts.letGo()
    },
  }
}
