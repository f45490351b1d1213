import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { closeDay } from '../../domain/acts/close-day'
import type { ClosingError, ClosingLibrary } from '../../domain/acts/closing-error'
import type { Day } from '../../domain/language/day'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { daysOver, daysToClose, type Calendar } from '../../retention/guards/missing-days'
import { calendarOf } from '../../retention/worker/calendar'
import { retentionWorker } from '../../retention/worker/worker'
import { keepUp, type Keep } from '../running/keeper'
import type { RetentionService } from '../running/retention-service'
import { firstDayIn } from './first-day'
import { remembering, retentionOf } from './retention-of'
import { workerPorts, type WorkerNeeds } from './worker-ports'

/** Closing and forgetting, as one who keeps a library does it. */
export interface Keeping {
  readonly keep: Keep<ClosingError>
  readonly retention: RetentionService
}

/** Puts closings and the worker together. The date that an administrator confirms is kept for as long as the process lives. */
export const keepingOf = (library: ClosingLibrary, needs: Omit<WorkerNeeds, 'firstDay' | 'confirmed'>): Keeping => {
  let confirmed: Day | undefined
  const first = firstDayIn(needs.stores.logs.circulation)
  const ports = workerPorts({ ...needs, firstDay: first.known, confirmed: () => confirmed })
  const upToDate = async (): Promise<Calendar> => {
    await first.look()
    await needs.follower.reach()
    return calendarOf(ports)
  }
  const kept = remembering(
    keepUp<ClosingError>({
      daysToClose: async () =>
        pipe(
          daysToClose(await upToDate()),
          E.getOrElse((): ReadonlyArray<Day> => []),
        ),
      closeDay: closeDay(library),
      erase: retentionWorker(ports, deletionClasses),
    }),
  )
  const unclosed = async (): Promise<ReadonlyArray<Day>> => daysOver(await upToDate())
  const retention = retentionOf(ports, kept, unclosed, (day) => {
    confirmed = day
  })
  return { keep: kept.keep, retention }
}
