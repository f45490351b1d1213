import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { StreamAddress } from '../event/stream'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Position, Revision } from '../ports/event-store'
import type { LibraryClock } from '../ports/clocks'
import type { StreamQueue } from '../ports/stream-queue'
import type { Random } from '../ports/random'
import { streamAddressOfAggregate, type Aggregate } from './aggregate'
import { derivedEventIds, type CommandIdSource } from './command-id-source'
import { commandRefused, type CommandError, type InfrastructureError } from './command-error'
import { cacheStateAfterAppend } from './cache-state-after-append'
import { findPriorResult } from './find-prior-result'
import { loadAggregate, type LoadDependencies } from './load-aggregate'
import { sealEvents, type AppendMetadata } from './seal-events'

/** What command handling needs. */
export interface CommandHandlingDependencies extends LoadDependencies {
  readonly clock: LibraryClock
  readonly random: Random
  readonly streamQueue: StreamQueue
}

/** The result of a command: the place of its last event, and the events it appended (none for a repeat). */
export interface CommandResult<Ev> {
  readonly address: StreamAddress
  /** The last revision of the stream. */
  readonly revision: Revision
  /** The position of the last event in its log; undefined when the command appended nothing. */
  readonly position: Position | undefined
  /** True when the command was carried out before. Then this is its first result again. */
  readonly repeated: boolean
  readonly events: ReadonlyArray<Ev>
}

/** How many times a command is decided when another process appends first. */
const maximumAttempts = 5

const recordedOn = (dependencies: CommandHandlingDependencies, { log }: StreamAddress): string =>
  log === 'circulation' ? dependencies.clock.today() : monthOf(dependencies.clock.today())

const idsFor = (
  dependencies: CommandHandlingDependencies,
  address: StreamAddress,
  cause: CommandIdSource | undefined,
  count: number,
): ReadonlyArray<EventId> => {
  const idAt = cause === undefined ? () => dependencies.random.uuid() as EventId : derivedEventIds(address)(cause)
  return Array.from({ length: count }, (_, index) => idAt(index))
}

/** Where the events of a command will stand, after the revision of the loaded state. */
const pendingAppendAfter = (
  dependencies: CommandHandlingDependencies,
  address: StreamAddress,
  cause: CommandIdSource | undefined,
  revision: Revision,
  count: number,
): AppendMetadata => ({
  address,
  firstRevision: revision + 1,
  ids: idsFor(dependencies, address, cause, count),
  recorded: recordedOn(dependencies, address),
})

const decideUntilAppended =
  (dependencies: CommandHandlingDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, id: string, cause: CommandIdSource | undefined) =>
  (prepare: TE.TaskEither<InfrastructureError, C>): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
  async () => {
    const address = streamAddressOfAggregate(aggregate)(id)
    const { cache, stores } = dependencies
    for (let attempt = 1; ; attempt++) {
      const loaded = await loadAggregate(dependencies)(aggregate)(id)()
      if (loaded._tag === 'Left') return loaded
      // Checked again after a conflict: the other writer may have carried out this same command.
      const { revision, last, state } = loaded.right
      const priorResult =
        cause && revision >= 0
          ? await findPriorResult(dependencies)(address, derivedEventIds(address)(cause), cause.since, last)()
          : undefined
      if (priorResult !== undefined) return E.right({ ...priorResult, address, events: [] })
      const prepared = await prepare()
      if (prepared._tag === 'Left') return prepared
      const decided = aggregate.decide(prepared.right)(state)
      if (decided._tag === 'Left') return E.left(commandRefused(decided.left))
      const events = decided.right
      if (events.length === 0) return E.right({ address, revision, position: undefined, repeated: false, events })
      const pendingAppend = pendingAppendAfter(dependencies, address, cause, revision, events.length)
      const stored = await sealEvents(dependencies)(pendingAppend, events)()
      if (stored._tag === 'Left') return stored
      const expected = revision === -1 ? 'none' : revision
      const appended = await stores[address.log].append(address.stream, expected, stored.right)()
      if (appended._tag === 'Right') {
        cacheStateAfterAppend(cache, address)(aggregate.evolve)(loaded.right, events, pendingAppend)
        return E.right({ ...appended.right, address, events })
      }
      cache.evict(address)
      if (appended.left._tag !== 'Conflict' || attempt === maximumAttempts) return appended
    }
  }

/**
 * Handles a command that is prepared from what the stream holds when it is decided, for example from its history. It is
 * prepared after the load, and again after a conflict. What is appended between the two makes the append conflict, so
 * the command is never older than the state.
 */
export const prepareAndHandleCommand =
  (dependencies: CommandHandlingDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string, cause?: CommandIdSource) =>
  (prepare: TE.TaskEither<InfrastructureError, C>): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
    dependencies.streamQueue(streamAddressOfAggregate(aggregate)(id))(
      decideUntilAppended(dependencies)(aggregate, id, cause)(prepare),
    )

/**
 * Handles one command: loads the aggregate, checks for a prior result, decides, seals, and appends to one stream. The
 * commands of this process to one stream wait for each other. When another process appends first, the command starts
 * again, at most five times. A refused command leaves no event, so a repeat is decided again.
 */
export const handleCommand =
  (dependencies: CommandHandlingDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string, cause?: CommandIdSource) =>
  (command: C): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
    prepareAndHandleCommand(dependencies)(aggregate)(id, cause)(TE.right(command))
