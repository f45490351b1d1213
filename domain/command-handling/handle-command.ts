import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { StreamAddress } from '../event/stream'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Position, Revision } from '../ports/event-store'
import type { LibraryClock } from '../ports/clocks'
import type { LastEvent } from '../ports/state-cache'
import type { StreamQueue } from '../ports/stream-queue'
import type { Random } from '../ports/random'
import { streamAddressOf, type Aggregate } from './aggregate'
import { derivedEventIds, type CommandCause } from './command-cause'
import { commandRefused, type CommandError, type InfrastructureError } from './command-error'
import { cacheStateAfterAppend } from './cache-state-after-append'
import { findPriorResult } from './find-prior-result'
import { loadAggregate, type LoadedState, type LoadDependencies } from './load-aggregate'
import { sealEvents } from './seal-events'

/** What command handling needs. */
export interface HandlerDependencies extends LoadDependencies {
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

const recordedOn = (dependencies: HandlerDependencies, { log }: StreamAddress): string =>
  log === 'circulation' ? dependencies.clock.today() : monthOf(dependencies.clock.today())

const idsFor = (
  dependencies: HandlerDependencies,
  address: StreamAddress,
  cause: CommandCause | undefined,
  count: number,
): ReadonlyArray<EventId> => {
  const idAt = cause === undefined ? () => dependencies.random.uuid() as EventId : derivedEventIds(address)(cause)
  return Array.from({ length: count }, (_, index) => idAt(index))
}

const appendDecided =
  (dependencies: HandlerDependencies) =>
  <C, S, Ev extends AnyEvent, R>(
    aggregate: Aggregate<C, S, Ev, R>,
    address: StreamAddress,
    cause: CommandCause | undefined,
  ) =>
  (loaded: LoadedState<S>, events: ReadonlyArray<Ev>): TE.TaskEither<InfrastructureError, CommandResult<Ev>> => {
    const { revision } = loaded
    if (events.length === 0) return TE.right({ address, revision, position: undefined, repeated: false, events })
    const { cache, stores } = dependencies
    const ids = idsFor(dependencies, address, cause, events.length)
    const pendingAppend = { address, firstRevision: revision + 1, ids, recorded: recordedOn(dependencies, address) }
    const store = stores[address.log]
    return pipe(
      sealEvents(dependencies)(pendingAppend, events),
      TE.chainW((stored) =>
        pipe(
          store.append(address.stream, revision === -1 ? 'none' : revision, stored),
          TE.orElseFirstIOK(() => () => cache.evict(address)),
        ),
      ),
      TE.map((appended) => {
        cacheStateAfterAppend(cache, address)(aggregate.evolve)(loaded, events, pendingAppend)
        return { ...appended, address, events }
      }),
    )
  }

const findPriorCommandResult =
  (dependencies: HandlerDependencies) =>
  (
    address: StreamAddress,
    cause: CommandCause,
    last: ReadonlyArray<LastEvent>,
  ): T.Task<CommandResult<never> | undefined> =>
    pipe(
      findPriorResult(dependencies)(address, derivedEventIds(address)(cause), cause.since, last),
      T.map((priorResult) => priorResult && { ...priorResult, address, events: [] }),
    )

const decideUntilAppended =
  (dependencies: HandlerDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, id: string, cause: CommandCause | undefined) =>
  (prepare: TE.TaskEither<InfrastructureError, C>): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
  async () => {
    const address = streamAddressOf(aggregate)(id)
    for (let attempt = 1; ; attempt++) {
      const loaded = await loadAggregate(dependencies)(aggregate)(id)()
      if (loaded._tag === 'Left') return loaded
      // Checked again after a conflict: the other writer may have carried out this same command.
      const { revision, last } = loaded.right
      const priorResult =
        cause && revision >= 0 ? await findPriorCommandResult(dependencies)(address, cause, last)() : undefined
      if (priorResult !== undefined) return E.right(priorResult)
      const prepared = await prepare()
      if (prepared._tag === 'Left') return prepared
      const decided = aggregate.decide(prepared.right)(loaded.right.state)
      if (decided._tag === 'Left') return E.left(commandRefused(decided.left))
      const handled = await appendDecided(dependencies)(aggregate, address, cause)(loaded.right, decided.right)()
      if (handled._tag === 'Right' || handled.left._tag !== 'Conflict' || attempt === maximumAttempts) return handled
    }
  }

/**
 * Handles a command that is prepared from what the stream holds when it is decided, for example from its history. It is
 * prepared after the load, and again after a conflict. What is appended between the two makes the append conflict, so
 * the command is never older than the state.
 */
export const handlePreparedCommand =
  (dependencies: HandlerDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string, cause?: CommandCause) =>
  (prepare: TE.TaskEither<InfrastructureError, C>): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
    dependencies.streamQueue(streamAddressOf(aggregate)(id))(
      decideUntilAppended(dependencies)(aggregate, id, cause)(prepare),
    )

/**
 * Handles one command: loads the aggregate, checks for a prior result, decides, seals, and appends to one stream. The
 * commands of this process to one stream wait for each other. When another process appends first, the command starts
 * again, at most five times. A refused command leaves no event, so a repeat is decided again.
 */
export const handleCommand =
  (dependencies: HandlerDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string, cause?: CommandCause) =>
  (command: C): TE.TaskEither<CommandError<R>, CommandResult<Ev>> =>
    handlePreparedCommand(dependencies)(aggregate)(id, cause)(TE.right(command))
