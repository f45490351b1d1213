import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StatisticsCell } from '../calendar/events/month-counted'
import { isUnreadableError } from '../command-handling/event-damage'
import { handleCommand } from '../command-handling/handle-command'
import type { EventReadError } from '../command-handling/open-event'
import { startVisitorTally } from '../visitors/tally-visitors'
import { visitorsAggregate } from '../visitors/visitors-aggregate'
import { addDays } from '../values/day'
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../values/month'
import { skipUnreadableClosingStep } from './closings-despite-damage'
import { toDayClosingError, type DayClosingDependencies, type DayClosingError } from './day-closing-error'
import { readServerLogOfDay } from './read-server-log-of-day'

/** Reads the month day by day. Undefined when it has no server log. A day that cannot be read is left out. */
const tallyMonth =
  ({ commandHandling }: DayClosingDependencies) =>
  (month: Month): TE.TaskEither<EventReadError, ReadonlyArray<StatisticsCell> | undefined> =>
  async () => {
    const tally = startVisitorTally()
    let blocks = 0
    for (let day = firstDayOfMonth(month); day <= lastDayOfMonth(month); day = addDays(1)(day)) {
      const read = await readServerLogOfDay(commandHandling)(day)()
      if (E.isLeft(read) && !isUnreadableError(read.left)) return read
      if (E.isLeft(read)) continue
      blocks += read.right.blocks
      for (const { lines } of read.right.hours) tally.add(lines)
    }
    return E.right(blocks === 0 ? undefined : tally.result())
  }

/** Counts the visitors of a month by browser, while its server log can still be opened. */
export const countVisitors =
  (dependencies: DayClosingDependencies) =>
  (month: Month): TE.TaskEither<DayClosingError, void> =>
    pipe(
      tallyMonth(dependencies)(month),
      TE.chainW((browsers) =>
        browsers === undefined
          ? TE.right(undefined)
          : handleCommand(dependencies.commandHandling)(visitorsAggregate)(month)({
              ...{ type: 'CountVisitors', month, browsers },
            }),
      ),
      skipUnreadableClosingStep,
      TE.mapLeft(toDayClosingError('countVisitors')),
    )
