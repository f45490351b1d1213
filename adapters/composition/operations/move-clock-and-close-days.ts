import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { DayClosingError, DayClosingRefused } from '../../../domain/use-cases/day-closing-error'
import { addDays } from '../../../domain/values/day'
import type { RetentionRunReport } from '../../../retention/worker/retention-run-report'
import type { CloseDaysAndErase } from '../../processes/retention/close-days-and-erase'
import type { MoveClock, RunningLibrary } from '../../processes/running-library/running-library'
import type { FolderDescription } from '../../stores/data-folder/folder-description'
import type { OpenedClock } from '../opening/open-library-clock'

/** A refusal because the date is in doubt: no day was closed and nothing was erased, so the clock must not move on. */
const findDateDoubt = ({ refused }: RetentionRunReport): DayClosingRefused | undefined => {
  const doubt = refused.find(({ _tag }) => _tag === 'MissingDays' || _tag === 'ClockWentBack')
  return doubt && { _tag: 'DayClosingRefused', step: 'closeDay', because: doubt._tag }
}

/** Moves a simulated clock day by day. After each day it closes the day and erases the scopes that are due. */
const createMoveClockAndCloseDays = (
  { simulated }: OpenedClock,
  endOfDay: CloseDaysAndErase<DayClosingError>,
): MoveClock => {
  if (simulated === undefined) return () => TE.left({ _tag: 'ClockIsReal' })
  return (to, onDayClosed) => async () => {
    if (to < simulated.today()) return simulated.moveTo(to)
    for (;;) {
      // Also before the first move: an earlier process may have ended between a move and its closing.
      const ended = await endOfDay(onDayClosed)()
      if (E.isLeft(ended)) return ended
      const dateDoubt = findDateDoubt(ended.right)
      if (dateDoubt !== undefined) return E.left(dateDoubt)
      if (simulated.today() >= to) return E.right(undefined)
      const moved = simulated.moveTo(addDays(1)(simulated.today()))
      if (E.isLeft(moved)) return moved
    }
  }
}

/** The ends of days: of a day of the library, and of one that an import replays. */
interface EndsOfDays {
  readonly endOfDay: CloseDaysAndErase<DayClosingError>
  readonly endOfReplayedDay: CloseDaysAndErase<DayClosingError>
}

/** What moves the clock of a library. */
export const createClockOperations = (
  opened: OpenedClock & { readonly description: Pick<FolderDescription, 'clock'> },
  { endOfDay, endOfReplayedDay }: EndsOfDays,
): RunningLibrary['clock'] => ({
  kind: opened.description.clock,
  moveTo: createMoveClockAndCloseDays(opened, endOfDay),
  replayTo: createMoveClockAndCloseDays(opened, endOfReplayedDay),
})
