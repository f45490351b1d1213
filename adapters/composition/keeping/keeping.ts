import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../../domain/use-cases/close-day'
import type { ClosingError, ClosingLibrary } from '../../../domain/use-cases/closing-error'
import type { Day } from '../../../domain/values/day'
import { endsItsMonth } from '../../../domain/values/month'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { daysOver, daysToClose, type Calendar } from '../../../retention/guards/missing-days'
import { calendarOf } from '../../../retention/worker/calendar'
import { retentionWorker } from '../../../retention/worker/worker'
import { pause } from '../../system/concurrency/pause'
import { inTurn, type HasTurn } from '../../processes/running/in-turn'
import { keepUp, type Keep } from '../../processes/running/keeper'
import { noLongerThan } from '../../processes/running/no-longer-than'
import type { RetentionService } from '../../processes/running/retention-service'
import { firstDayIn } from './first-day'
import { remembering, retentionOf } from './retention-of'
import { workerPorts, type WorkerNeeds } from './worker-ports'

/** Closing and forgetting, as one who keeps a library does it. */
export interface Keeping {
  readonly keep: Keep<ClosingError>
  readonly retention: RetentionService
}

interface KeepingNeeds extends Omit<WorkerNeeds, 'firstDay' | 'confirmed' | 'hasTurn'> {
  readonly alarm: (kind: string) => void
}

/** Nothing is erased ahead of a reactor, and one that is only behind need not hold erasure up until the next run: ms. */
const waitForReactions = noLongerThan(5000)

/** With each month servers write anew what they number. What they cannot now, they do with the next; it is told. */
const rewritten = ({ stores, alarm }: KeepingNeeds): TE.TaskEither<never, void> =>
  TE.fromTask(async () => {
    const done = await stores.rewrite()
    if (E.isLeft(done)) alarm('NotRewritten')
  })

/** The lease under which days are closed and scopes erased. */
const leaseName = 'keeping'

/**
 * Puts closings and the worker together, in turn with every other process that keeps this library. The date that an
 * administrator confirms is kept for as long as the process lives.
 */
export const keepingOf = (library: ClosingLibrary, needs: KeepingNeeds): Keeping => {
  let confirmed: Day | undefined
  let hasTurn: HasTurn = TE.right(false)
  const first = firstDayIn(needs.stores.logs.circulation)
  const ports = workerPorts({ ...needs, firstDay: first.known, confirmed: () => confirmed, hasTurn: () => hasTurn() })
  const upToDate = async (): Promise<Calendar> => {
    await first.look()
    await needs.follower.reach()
    return calendarOf(ports)
  }
  const erase = retentionWorker(ports, deletionClasses)
  const keep = keepUp<ClosingError>({
    daysToClose: async () =>
      pipe(
        daysToClose(await upToDate()),
        E.getOrElse((): ReadonlyArray<Day> => []),
      ),
    closeDay: (day) =>
      pipe(
        closeDay(library)(day),
        TE.chain(() => (endsItsMonth(day) ? rewritten(needs) : TE.right(undefined))),
      ),
    erase: async () => {
      await waitForReactions(library.reactionsDone)
      return erase()
    },
  })
  const kept = remembering((told) =>
    inTurn(needs.stores.coordination.leases, pause)(leaseName)((turn) => {
      hasTurn = turn
      return keep(told)
    }),
  )
  const unclosed = async (): Promise<ReadonlyArray<Day>> => daysOver(await upToDate())
  const retention = retentionOf(ports, kept, unclosed, (day) => {
    confirmed = day
  })
  return { keep: kept.keep, retention }
}
