import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { handleCommand } from '../command-handling/handle-command'
import { guardianPapersAggregate } from '../guardian-papers/guardian-papers-aggregate'
import { addMonths, type Month } from '../values/month'
import { skipUnreadableClosingStep } from './closings-despite-damage'
import { toDayClosingError, type DayClosingDependencies, type DayClosingError } from './day-closing-error'

/**
 * Counts the papers that nobody confirmed as destroyed, of the guardianships that ended in the month before: they are
 * forgotten with this closing.
 */
export const countUnconfirmedGuardianPapers =
  ({ closingQueries, commandHandling }: DayClosingDependencies) =>
  (month: Month): TE.TaskEither<DayClosingError, void> => {
    const endedIn = addMonths(-1)(month)
    return pipe(
      closingQueries.guardianPapersEndedIn(endedIn),
      TE.chainW((papers) =>
        handleCommand(commandHandling)(guardianPapersAggregate)(endedIn)({
          type: 'CountUnconfirmedPapers',
          ...{ endedIn, papers },
        }),
      ),
      skipUnreadableClosingStep,
      TE.mapLeft(toDayClosingError('countGuardianPapers')),
    )
  }
