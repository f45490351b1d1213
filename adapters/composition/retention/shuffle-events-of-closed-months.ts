import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { Position, StoreUnavailable, EventShuffling, LogSegment } from '../../../domain/ports/event-store'
import { closedMonths } from '../../../projections/calendar/calendar-queries'
import { endOfOlderEvents } from '../../../retention/event-codes/summary-of-events-without-code'
import type { PortFailed } from '../../../retention/erasing/erasing-ports'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import { nameStoreInError } from '../../processes/failures/note-failures-of-parts'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import { positionOfPersonsMonthClosing } from '../operations/last-listable-closing'
import type { LibraryStores } from '../stores/library-stores'

/** What the shuffling of months needs. */
interface MonthShuffling {
  readonly stores: Pick<LibraryStores, 'logs' | 'ring' | 'schedule' | 'readModels'>
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  /** Waits until every process has read the closing of a month, or can use its read models no more. */
  readonly waitForAllProcesses: (closing: Position) => TE.TaskEither<PortFailed, void>
  /** Compares the events after a position with what was read of them before: afterwards, their order says nothing. */
  readonly compareAfter: (position: Position | undefined) => Promise<void>
}

type ShufflingError = EventReadError | PortFailed | StoreUnavailable

/** The closings after a position, in log order. The last months come first in the search, so it is short. */
const closingsAfter = async (
  { logs, readModels }: MonthShuffling['stores'],
  floor: Position | undefined,
): Promise<ReadonlyArray<Position>> => {
  const closings: Position[] = []
  for (const month of closedMonths('persons')(readModels.rows)) {
    const position = await positionOfPersonsMonthClosing(logs.persons, month)
    if (position === undefined) continue
    if (floor !== undefined && position <= floor) break
    closings.unshift(position)
  }
  return closings
}

/** The events from before the codes stay where they are: one signed head covers them in their order. */
const endOfFixedEvents = ({ ring }: MonthShuffling['stores'], closing: Position): Position | undefined => {
  const older = ring.eventCodes.current()?.persons.older
  return older && endOfOlderEvents(older, closing)
}

/** The refused runs are found by their positions, so their events stay where they are. */
const positionsOfRefusedRuns = ({ schedule }: MonthShuffling['stores']): ReadonlyArray<Position> =>
  schedule
    .refusedRuns()
    .filter(({ log }) => log === 'persons')
    .flatMap(({ position, certifiedAt }) => (certifiedAt === undefined ? [position] : [position, certifiedAt]))

const shuffleSegment = (
  { stores, waitForAllProcesses, compareAfter }: MonthShuffling,
  { shuffle }: EventShuffling,
  segment: Omit<LogSegment, 'fixed'>,
): TE.TaskEither<ShufflingError, void> =>
  pipe(
    waitForAllProcesses(segment.before),
    TE.chainFirstTaskK(() => () => compareAfter(segment.after)),
    TE.chainW(() => nameStoreInError('persons')(shuffle({ ...segment, fixed: positionsOfRefusedRuns(stores) }))),
  )

const latest = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  (a ?? '') > (b ?? '') ? a : b

const shufflePendingMonths = async (
  shuffling: EventShuffling,
  dependencies: MonthShuffling,
  lastClosing: Position,
): Promise<E.Either<ShufflingError, boolean>> => {
  const shuffledBefore = await shuffling.shuffledBefore()
  if (shuffledBefore !== undefined && shuffledBefore >= lastClosing)
    return pipe(
      nameStoreInError('persons')(shuffling.removeEarlierOrder ?? TE.right(undefined)),
      TE.map(() => false),
    )()
  const after = latest(shuffledBefore, endOfFixedEvents(dependencies.stores, lastClosing))
  const closings = await closingsAfter(dependencies.stores, after)
  const before = closings.at(-1)
  if (before === undefined) return E.right(false)
  const segment = { after, before, closings: closings.slice(0, -1) }
  return pipe(
    shuffleSegment(dependencies, shuffling, segment),
    TE.map(() => true),
  )()
}

/**
 * Shuffles the events of each closed month of *persons* that are still in the order of writing: a place within the month
 * would tell about when somebody registered, and who registers mostly borrows on the same day. Does nothing while there
 * is no such month, and on a store that keeps times of its own. Answers whether it has shuffled any.
 */
export const shuffleEventsOfClosedMonths = (dependencies: MonthShuffling): TE.TaskEither<ShufflingError, boolean> => {
  const { logs, schedule } = dependencies.stores
  const { shuffling } = logs.persons
  if (shuffling === undefined) return TE.right(false)
  return catchStoreErrors(
    pipe(
      dependencies.projectorGroup.catchUp,
      TE.chainW(() => () => {
        const lastClosing = schedule.lastClosing('persons', 'month')?.position
        return lastClosing === undefined
          ? TE.right(false)()
          : shufflePendingMonths(shuffling, dependencies, lastClosing)
      }),
    ),
  )
}
