import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { EventWithMetadata } from '../event/domain-event'
import type { CommandIdSource } from '../command-handling/command-id-source'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import type { Day } from '../values/day'
import type { BorrowerId } from '../values/ids'
import type { Position } from '../ports/event-store'
import type { FollowUp } from '../reactions/follow-up'
import type { Reaction } from '../reactions/reaction'
import { handleFollowUp } from './handle-follow-up'
import { idDeriverForEvent, idDeriverForFollowUp, type IdDeriver } from './id-derivers'
import { loadReactionFacts } from './load-reaction-facts'
import type { UseCaseDependencies } from './use-case-dependencies'
import { runFollowUpIfBorrowerIsRegistered } from './run-follow-up-if-borrower-is-registered'

const borrowerOfEvent = (event: AnyEvent): BorrowerId | undefined => {
  for (const part of Object.values(event.sealed))
    if (part?._tag === 'Plain') {
      const { borrower } = part.value as { readonly borrower?: BorrowerId }
      if (borrower !== undefined) return borrower
    }
  return undefined
}

/** The position in circulation of the last event that followed; undefined when none did. */
type FollowUpPosition = Position | undefined

const latestPosition = (reactionTask: ReadonlyArray<FollowUpPosition>): FollowUpPosition =>
  reactionTask.reduce(
    (last, next) => (last === undefined || (next !== undefined && next > last) ? next : last),
    undefined,
  )

/** A refused follow-up is finished: other events have come first. */
const skipWhenRefused = (error: CommandError<unknown>): E.Either<InfrastructureError, FollowUpPosition> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' ? E.right(undefined) : E.left(error)

const runReaction =
  (dependencies: UseCaseDependencies, deriveId: IdDeriver, borrower: BorrowerId | undefined) =>
  (reaction: Reaction) =>
  (event: EventWithMetadata): TE.TaskEither<InfrastructureError, FollowUpPosition> => {
    const idPrefix = `${reaction.name}\n${event.metadata.id}`
    const causeOfCommand = (deriveFollowUpId: IdDeriver, type: string): CommandIdSource => ({
      idFor: (step) => deriveFollowUpId(`${idPrefix}\n${type}\n${step}`),
      since: event.metadata.recorded as Day,
    })
    const runFollowUp = (followUp: FollowUp): TE.TaskEither<InfrastructureError, FollowUpPosition> =>
      runFollowUpIfBorrowerIsRegistered(dependencies, borrower)(
        followUp,
        pipe(
          idDeriverForFollowUp(dependencies, event, deriveId)(followUp),
          TE.chain((deriveFollowUpId) =>
            deriveFollowUpId === undefined
              ? TE.right(undefined)
              : pipe(
                  handleFollowUp(dependencies)(causeOfCommand(deriveFollowUpId, followUp.command.type))(followUp),
                  TE.matchE(
                    (error) => TE.fromEither(skipWhenRefused(error)),
                    ({ position }) => TE.right(position),
                  ),
                ),
          ),
        ),
      )
    return pipe(
      loadReactionFacts(dependencies)(reaction.factNames)(event),
      TE.map((facts) => reaction.followUpsOf(facts, (step) => deriveId(`${idPrefix}\n${step}`))(event)),
      TE.chainW(TE.traverseSeqArray(runFollowUp)),
      TE.map(latestPosition),
    )
  }

/**
 * Runs the reactions that apply to an event, under the lock of its borrower. Running them again repeats nothing: the
 * ids are derived again, and each command is decided against the present state. Answers the position of the last event
 * that followed, because reactions may apply to that event too.
 */
export const runReactions =
  (dependencies: UseCaseDependencies) =>
  (reactions: ReadonlyArray<Reaction>) =>
  (event: EventWithMetadata): TE.TaskEither<InfrastructureError, FollowUpPosition> => {
    const applicable = reactions.filter(({ appliesTo }) => appliesTo(event))
    if (applicable.length === 0) return TE.right(undefined)
    const borrower = borrowerOfEvent(event)
    const reactionTask = pipe(
      idDeriverForEvent(dependencies, event),
      TE.chain((deriveId) =>
        deriveId === undefined
          ? TE.right(undefined)
          : pipe(
              applicable,
              TE.traverseSeqArray((reaction) => runReaction(dependencies, deriveId, borrower)(reaction)(event)),
              TE.map(latestPosition),
            ),
      ),
    )
    return borrower === undefined ? reactionTask : dependencies.borrowerLock(borrower)(reactionTask)
  }
