import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as RA from 'fp-ts/ReadonlyArray'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventPage, EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import type { ReactorProgress } from '../coordination/reactor-progress-channel'
import { eventsPerKeyRequest } from '../projectors/event-decoder'
import { readReactorCheckpoint } from './read-reactor-checkpoint'
import { throttleReactorCheckpoint } from './throttled-reactor-checkpoint'
import { createReactorPositionWaiter, type ReactorPositionWaiter } from './reactor-position-waiter'
import { catchStoreErrors } from '../catch-store-errors'

/** What a reactor needs. */
export interface ReactorDependencies {
  readonly name: string
  readonly store: Pick<EventStore, 'subscribe' | 'head'>
  readonly checkpoints: ReactorCheckpoints
  /** The event types that have reactions. Other events are skipped unopened. */
  readonly eventTypes: ReadonlySet<string>
  /** Called with the next events that have reactions, before they are opened. */
  readonly prefetchKeys: (events: ReadonlyArray<RecordedEvent>) => Task<void>
  readonly openEvent: (stored: RecordedEvent) => TaskEither<InfrastructureError, EventWithMetadata>
  /** Runs the reactions to an event. Answers the position of the last event that they appended, if any. */
  readonly react: (event: EventWithMetadata) => TaskEither<InfrastructureError, Position | undefined>
  /** Called for each error. The reactor then waits and tries again. */
  readonly alarm: (error: InfrastructureError) => void
  /** Called when the checkpoint is beyond the end of the log. The reactor then begins at the first event again. */
  readonly alarmCheckpointAhead: () => void
  /** Called after each event that the reactor has passed. */
  readonly publish?: (progress: ReactorProgress) => void
  /** Called at each further failure once the reactions to an event have failed for some 6 s. */
  readonly onLongFailure?: () => void
  readonly delay: (ms: number) => Promise<void>
}

/** Reads a log and runs the reactions to each event: at least once, in order, and from its checkpoint after a restart. */
export interface Reactor {
  readonly name: string
  /** The position of the last event whose reactions are done and durable. */
  readonly position: () => Position | undefined
  /** Resolves when the reactor has passed the log's end as it is now, and the events that its reactions appended. */
  readonly waitUntilCaughtUp: TaskEither<InfrastructureError, void>
  /** Resolves when the reactor has passed a position, and the events that its reactions appended. */
  readonly waitUntilPassed: (position: Position) => TaskEither<InfrastructureError, void>
  /** Answers all who wait, now and later, with an error: called when the stores cannot be written any more. */
  readonly cancelWaiting: () => void
  readonly stop: () => Promise<void>
}

/** The longest delay between attempts, in ms. The delay doubles after each attempt. */
const maxRetryDelay = 10_000

/** The delay in ms from which on a failure is a long one. */
const longRetryDelay = 3_200

/** Repeats a task until it succeeds. Answers none when the reactor is stopped first. */
const retryUntilDone = async <A>(
  { alarm, delay, onLongFailure }: ReactorDependencies,
  task: TaskEither<InfrastructureError, A>,
  isStopped: () => boolean,
): Promise<O.Option<A>> => {
  for (let retryDelay = 50; !isStopped(); retryDelay = Math.min(retryDelay * 2, maxRetryDelay)) {
    const result = await catchStoreErrors<InfrastructureError, A>(task)()
    if (E.isRight(result)) return O.some(result.right)
    alarm(result.left)
    if (retryDelay >= longRetryDelay) onLongFailure?.()
    await delay(retryDelay)
  }
  return O.none
}

const hasReactions =
  ({ eventTypes }: Pick<ReactorDependencies, 'eventTypes'>) =>
  ({ type }: RecordedEvent): boolean =>
    eventTypes.has(type)

const readAndReact =
  ({ openEvent, react }: ReactorDependencies) =>
  (stored: RecordedEvent): TaskEither<InfrastructureError, Position | undefined> =>
  async () => {
    const event = await openEvent(stored)()
    return E.isLeft(event) ? event : react(event.right)()
  }

const reactionsStopped: E.Either<InfrastructureError, never> = E.left({
  _tag: 'StoreUnavailable',
  reason: 'reactions do not run: the library is closing, or its files cannot be written',
  store: 'circulation',
})

const skipped: O.Option<Position | undefined> = O.some(undefined)

/** The functions that wait for a position, or for the end of a log as it is now. */
export const makeReactorWaitFunctions = (
  { waitFor }: Pick<ReactorPositionWaiter, 'waitFor'>,
  store: Pick<EventStore, 'head'>,
): Pick<Reactor, 'waitUntilCaughtUp' | 'waitUntilPassed'> => {
  const waitUntilPassed: Reactor['waitUntilPassed'] = (position) => async () =>
    (await waitFor(position)) ? E.right(undefined) : reactionsStopped
  const waitUntilCaughtUp: Reactor['waitUntilCaughtUp'] = catchStoreErrors(async () => {
    const head = await store.head()
    return head === undefined ? E.right(undefined) : waitUntilPassed(head)()
  })
  return { waitUntilCaughtUp, waitUntilPassed }
}

/** Starts a reactor from its checkpoint. */
export const startReactor = async (dependencies: ReactorDependencies): Promise<Reactor> => {
  const { name, store, checkpoints } = dependencies
  const { head, ...checkpoint } = await readReactorCheckpoint(dependencies)
  let { position } = checkpoint
  let stopped = false
  const positionWaiter = createReactorPositionWaiter()
  const advanceTo = (progress: ReactorProgress): void => {
    position = progress.passed
    positionWaiter.advanceTo(progress)
    dependencies.publish?.(positionWaiter.progress() ?? progress)
  }
  // Events of earlier reactions may be anywhere in the log.
  if (position !== undefined) advanceTo({ passed: position, lastReaction: head })
  const throttledCheckpoint = throttleReactorCheckpoint((checkpoint) => checkpoints.writePosition(name, checkpoint)())
  const subscription = store.subscribe(position === undefined ? {} : { after: position })
  /** Answers false when the reactor is stopped first. */
  const reactToAll = async (events: EventPage): Promise<boolean> => {
    await dependencies.prefetchKeys(events.filter(hasReactions(dependencies)))()
    for (const stored of events) {
      const reaction = hasReactions(dependencies)(stored)
        ? await retryUntilDone(dependencies, readAndReact(dependencies)(stored), () => stopped)
        : skipped
      if (O.isNone(reaction)) return false
      advanceTo({ passed: stored.position, lastReaction: reaction.value })
    }
    return true
  }
  const loop = async (): Promise<void> => {
    for await (const page of subscription.pages) {
      for (const chunk of RA.chunksOf(eventsPerKeyRequest)(page)) if (!(await reactToAll(chunk))) return
      if (position !== undefined && page.length > 0) throttledCheckpoint.moveTo(position)
    }
  }
  const loopEnded = loop()
  return {
    name,
    position: () => position,
    ...makeReactorWaitFunctions(positionWaiter, store),
    cancelWaiting: positionWaiter.cancelAll,
    stop: async () => {
      stopped = true
      subscription.close()
      await loopEnded
      await throttledCheckpoint.close()
      positionWaiter.cancelAll()
    },
  }
}
