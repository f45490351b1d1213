import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { messagesOfDay } from '../closing/messages-of-day'
import type { InfrastructureError } from '../command-handling/command-error'
import { isUnreadableError } from '../command-handling/event-damage'
import type { MessageContent } from '../message/commands/make-message'
import { isReminder } from '../message/message-kind'
import type { BorrowerTraits } from '../policy/reservable-material'
import { followUpToMessage, type FollowUp } from '../reactions/follow-up'
import type { Day } from '../values/day'
import type { MessageId } from '../values/ids'
import type { DayClosingDependencies } from './day-closing-error'
import { idDerivedByClosing } from './id-derived-by-closing'
import { withBorrowerLock } from './with-borrower-lock'

type HandleFollowUp = (followUp: FollowUp) => TE.TaskEither<InfrastructureError, unknown>

const isWrittenTo =
  ({ policy }: DayClosingDependencies, day: Day, { kind }: MessageContent) =>
  (traits: BorrowerTraits | undefined): boolean =>
    traits !== undefined && !(isReminder(kind) && policy(day).messages.notReminded.includes(traits.group))

const makeMessage =
  (dependencies: DayClosingDependencies, day: Day, handle: HandleFollowUp) =>
  (content: MessageContent): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      idDerivedByClosing(dependencies)(day, content.borrower)('message', content.kind),
      TE.map((id) => id as MessageId | undefined),
      TE.chain((message) =>
        message === undefined
          ? TE.right(undefined)
          : handle(followUpToMessage(message, { type: 'MakeMessage', message, madeOn: day, ...content })),
      ),
    )

/** A borrower or a day whose key cannot be read gets no message: the others do, and the day is closed. */
const skipWhenUnreadable = (error: InfrastructureError): TE.TaskEither<InfrastructureError, unknown> =>
  isUnreadableError(error) ? TE.right(undefined) : TE.left(error)

/** Under the lock of the borrower: nothing is made for one who is about to be erased. */
const makeMessageIfWrittenTo =
  (dependencies: DayClosingDependencies, day: Day, handle: HandleFollowUp) =>
  (content: MessageContent): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      dependencies.decisionQueries.traitsOf([content.borrower]),
      TE.map((traits) => isWrittenTo(dependencies, day, content)(traits.get(content.borrower))),
      TE.chainW((writtenTo) =>
        writtenTo ? makeMessage(dependencies, day, handle)(content) : TE.right<InfrastructureError, unknown>(undefined),
      ),
      withBorrowerLock(dependencies)(content.borrower),
      TE.orElse(skipWhenUnreadable),
    )

/** Makes the messages of a day, in random order: one for each borrower and kind. Run again, it makes none twice. */
export const makeMessagesOfDay =
  (dependencies: DayClosingDependencies, handle: HandleFollowUp) =>
  (day: Day): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      dependencies.closingQueries.messageCausesOf(day),
      TE.map(messagesOfDay),
      TE.map(dependencies.commandHandling.random.shuffle),
      TE.chainW(TE.traverseSeqArray(makeMessageIfWrittenTo(dependencies, day, handle))),
      TE.map(() => undefined),
    )
