import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
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
import { idsDerivedByClosing, type DeriveClosingId } from './id-derived-by-closing'
import { withBorrowerLock } from './with-borrower-lock'
import { accessesToWrite } from './write-accesses-of-day'

type HandleFollowUp = (followUp: FollowUp) => TE.TaskEither<InfrastructureError, unknown>

/** The day of the messages, what carries out a command, and what gives the ids. */
interface MessageMaking {
  readonly day: Day
  readonly handle: HandleFollowUp
  readonly idOf: DeriveClosingId
}

const isWrittenTo =
  ({ policy }: DayClosingDependencies, day: Day, { kind }: MessageContent) =>
  (traits: BorrowerTraits | undefined): boolean =>
    traits !== undefined && !(isReminder(kind) && policy(day).messages.notReminded.includes(traits.group))

const makeMessage =
  ({ day, handle, idOf }: MessageMaking) =>
  (content: MessageContent): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      idOf({ borrower: content.borrower, record: 'message', kind: content.kind }),
      TE.map((id) => id as MessageId | undefined),
      TE.chain((message) =>
        message === undefined
          ? TE.right(undefined)
          : handle(followUpToMessage(message, { type: 'MakeMessage', message, madeOn: day, ...content })),
      ),
    )

/** A borrower whose key cannot be read gets no message: the others do, and the day is closed. */
const skipWhenUnreadable = (error: InfrastructureError): TE.TaskEither<InfrastructureError, unknown> =>
  isUnreadableError(error) ? TE.right(undefined) : TE.left(error)

/** Under the lock of the borrower: nothing is made for one who is about to be erased. */
const makeMessageIfWrittenTo =
  (dependencies: DayClosingDependencies, ofDay: MessageMaking) =>
  (content: MessageContent): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      dependencies.decisionQueries.traitsOf([content.borrower]),
      TE.map((traits) => isWrittenTo(dependencies, ofDay.day, content)(traits.get(content.borrower))),
      TE.chainW((writtenTo) =>
        writtenTo ? makeMessage(ofDay)(content) : TE.right<InfrastructureError, unknown>(undefined),
      ),
      withBorrowerLock(dependencies)(content.borrower),
      TE.orElse(skipWhenUnreadable),
    )

type Writing = TE.TaskEither<InfrastructureError, unknown>

/** How many are written at once: those of one batch become durable together. */
const batchSize = 32

const writeInBatches = (writings: ReadonlyArray<Writing>): TE.TaskEither<InfrastructureError, void> =>
  pipe(
    RA.chunksOf(batchSize)(writings),
    TE.traverseSeqArray(TE.sequenceArray),
    TE.map(() => undefined),
  )

/** A day whose key cannot be read gets no messages, and is closed. */
const messagesToMake =
  (dependencies: DayClosingDependencies, handle: HandleFollowUp, day: Day) =>
  (contents: ReadonlyArray<MessageContent>): TE.TaskEither<InfrastructureError, ReadonlyArray<Writing>> =>
    contents.length === 0
      ? TE.right([])
      : pipe(
          idsDerivedByClosing(dependencies)(day),
          TE.map((idOf) =>
            idOf === undefined ? [] : contents.map(makeMessageIfWrittenTo(dependencies, { day, handle, idOf })),
          ),
          TE.orElse((error) =>
            isUnreadableError(error) ? TE.right<InfrastructureError, ReadonlyArray<Writing>>([]) : TE.left(error),
          ),
        )

/**
 * Makes the messages of a day, one for each borrower and kind, and writes the openings of records that wait for its closing:
 * all in one random order. Run again, it writes none twice.
 */
export const writeMessagesAndAccessesOfDay =
  (dependencies: DayClosingDependencies, handle: HandleFollowUp) =>
  (day: Day): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      dependencies.closingQueries.messageCausesOf(day),
      TE.map(messagesOfDay),
      TE.chainW(messagesToMake(dependencies, handle, day)),
      TE.bindTo('messages'),
      TE.bindW('accesses', () => accessesToWrite(dependencies)(day)),
      TE.chainW(({ messages, accesses }) =>
        writeInBatches(dependencies.commandHandling.random.shuffle([...messages, ...accesses])),
      ),
    )
