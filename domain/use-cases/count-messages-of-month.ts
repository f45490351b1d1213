import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { messageCountsOfMonth, type MessageCountsOfBorrower } from '../closing/message-counts-of-month'
import type { CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { messageCountAggregate } from '../message-count/message-count-aggregate'
import type { MessageCountId } from '../values/ids'
import { lastDayOfMonth, type Month } from '../values/month'
import { skipUnreadableClosingStep } from './closings-despite-damage'
import { toDayClosingError, type DayClosingDependencies, type DayClosingError } from './day-closing-error'
import { idDerivedByClosing } from './id-derived-by-closing'

const countMessagesOf =
  (dependencies: DayClosingDependencies, month: Month) =>
  ({ borrower, counts }: MessageCountsOfBorrower): TE.TaskEither<CommandError<never>, unknown> =>
    pipe(
      idDerivedByClosing(dependencies)(lastDayOfMonth(month), borrower)('messageCount', 'counts'),
      TE.chainW((id) => {
        if (id === undefined) return TE.right(undefined)
        const messageCount = id as MessageCountId
        const command = { type: 'CountMessages', messageCount, borrower, month, counts } as const
        return handleCommand(dependencies.commandHandling)(messageCountAggregate)(messageCount)(command)
      }),
    )

/** Counts the messages of a month, while they can be read: an entry for each borrower who got any, in random order. */
export const countMessagesOfMonth =
  (dependencies: DayClosingDependencies) =>
  (month: Month): TE.TaskEither<DayClosingError, void> =>
    pipe(
      dependencies.closingQueries.messagesIn(month),
      TE.map(messageCountsOfMonth),
      TE.map(dependencies.commandHandling.random.shuffle),
      TE.chainW(
        TE.traverseSeqArray((counts) => skipUnreadableClosingStep(countMessagesOf(dependencies, month)(counts))),
      ),
      TE.mapLeft(toDayClosingError('countMessages')),
      TE.map(() => undefined),
    )
