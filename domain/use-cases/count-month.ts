import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { monthAggregate } from '../calendar/month/month-aggregate'
import { countedKinds, type CountedKind } from '../calendar/statistics/statistics-tables'
import { startTallyOf, type StatisticsTally } from '../calendar/statistics/tally-items'
import { handleCommand } from '../command-handling/handle-command'
import type { EventReadError } from '../command-handling/open-event'
import type { Month } from '../values/month'
import { skipUnreadableClosingStep } from './closings-despite-damage'
import { toDayClosingError, type DayClosingDependencies, type DayClosingError } from './day-closing-error'

/** Counts what is of one kind, page by page: a month of many loans is never in memory as a whole. */
const tallyKind =
  ({ closingQueries }: DayClosingDependencies, month: Month) =>
  (of: CountedKind): TE.TaskEither<EventReadError, ReadonlyArray<StatisticsTally>> =>
  async () => {
    const tally = startTallyOf(of)
    let after: string | null = null
    do {
      const page: E.Either<EventReadError, { readonly next: string | null }> = await pipe(
        closingQueries.itemsToCount(month, of, after),
        TE.map(({ items, next }) => {
          tally.add(items)
          return { next }
        }),
      )()
      if (page._tag === 'Left') return page
      after = page.right.next
    } while (after !== null)
    return E.right(tally.result())
  }

/** Counts and publishes the statistics of a month while its parts can still be opened. */
export const countMonth =
  (dependencies: DayClosingDependencies) =>
  (month: Month): TE.TaskEither<DayClosingError, void> =>
    pipe(
      countedKinds,
      TE.traverseSeqArray(tallyKind(dependencies, month)),
      TE.map((tallies) => tallies.flat()),
      TE.chainW((tallies) =>
        handleCommand(dependencies.commandHandling)(monthAggregate('circulation'))(month)({
          type: 'CountMonth',
          month,
          tallies,
        }),
      ),
      skipUnreadableClosingStep,
      TE.mapLeft(toDayClosingError('countMonth')),
    )
