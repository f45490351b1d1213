import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../domain/acts/close-day'
import type { ClosingError, ClosingLibrary, ClosingRefused } from '../../domain/acts/closing-error'
import { addDays, type Day } from '../../domain/language/day'
import { daysOver, daysToClose, type Calendar } from '../../retention/guards/missing-days'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { calendarOf } from '../../retention/worker/calendar'
import type { Report } from '../../retention/worker/report'
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

/** While days are missing none is closed and nothing is erased: moving on would only make more of them. */
const dateInDoubt = ({ refused }: Report): ClosingRefused | undefined => {
  const doubt = refused.find(({ _tag }) => _tag !== 'TooMuchAtOnce')
  return doubt && { _tag: 'ClosingRefused', step: 'closeDay', because: doubt._tag }
}

/** Moves a simulated clock day by day: each day that is over is closed, and what fell due with it erased. */
const moving = (
  { simulated }: OpenClock,
  keep: (told: (closed: Day) => void) => TE.TaskEither<ClosingError, Report>,
): MoveClock => {
  if (simulated === undefined) return () => TE.left({ _tag: 'ClockIsReal' })
  return (to, told) => async () => {
    if (to < simulated.today()) return simulated.moveTo(to)
    for (;;) {
      // Before the first move as well: the process may have ended between a move and the closing that belongs to it.
      const kept = await keep(told)()
      if (E.isLeft(kept)) return kept
      const inDoubt = dateInDoubt(kept.right)
      if (inDoubt !== undefined) return E.left(inDoubt)
      if (simulated.today() >= to) return E.right(undefined)
      const moved = simulated.moveTo(addDays(1)(simulated.today()))
      if (E.isLeft(moved)) return moved
    }
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
  const upToDate = async (): Promise<Calendar> => {
    await first.look()
    await follower.reach()
    return calendarOf(ports)
  }
  const toClose = async (): Promise<ReadonlyArray<Day>> =>
    pipe(
      daysToClose(await upToDate()),
      E.getOrElse((): ReadonlyArray<Day> => []),
    )
  const unclosed = async (): Promise<ReadonlyArray<Day>> => daysOver(await upToDate())
  const keep = keepUp<ClosingError>({
    daysToClose: toClose,
    closeDay: closeDay(library),
    erase: retentionWorker(ports, deletionClasses),
  })
  const timers = [committingNowAndThen(stores.views, stores.schedule), sweepingNowAndThen(keys)]
  const retention = retentionOf(ports, keep, unclosed, (day) => {
    confirmed = day
  })
  return {
    library,
    rows: stores.views.rows,
    reach: follower.reach,
    heads: async () => ({
      circulation: (await stores.logs.circulation.head()) ?? startPosition,
      persons: (await stores.logs.persons.head()) ?? startPosition,
    }),
    retention,
    isDemo: parts.description.demo,
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
