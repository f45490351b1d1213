import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import { throttleCheckpoint } from './throttled-checkpoint'
import { createPositionWaiter } from './position-waiter'
import { catchStoreErrors } from '../catch-store-errors'

/** What a reactor needs. */
export interface ReactorDependencies {
  readonly name: string
  readonly store: Pick<EventStore, 'subscribe' | 'head'>
  readonly checkpoints: ReactorCheckpoints
  /** The event types that have reactions. Other events are skipped unopened. */
  readonly eventTypes: ReadonlySet<string>
  readonly openEvent: (stored: RecordedEvent) => TaskEither<InfrastructureError, EventWithMetadata>
  /** Runs the reactions to an event. Answers the position of the last event that they appended, if any. */
  readonly react: (event: EventWithMetadata) => TaskEither<InfrastructureError, Position | undefined>
  /** Called for each error. The reactor then waits and tries again. */
  readonly alarm: (error: InfrastructureError) => void
  readonly delay: (ms: number) => Promise<void>
}

/** Reads a log and runs the reactions to each event: at least once, in order, and from its checkpoint after a restart. */
export interface Reactor {
  readonly name: string
  /** The position of the last event whose reactions are done and durable. */
  readonly position: () => Position | undefined
  /** Resolves when the reactor has passed the log's end as it is now, and the events that its reactions appended. */
  readonly waitUntilCaughtUp: TaskEither<InfrastructureError, void>
  readonly stop: () => Promise<void>
}

/** The longest delay between attempts, in ms. The delay doubles after each attempt. */
const maxRetryDelay = 10_000

/** Repeats a task until it succeeds. Answers none when the reactor is stopped first. */
const retryUntilDone = async <A>(
  { alarm, delay }: ReactorDependencies,
  task: TaskEither<InfrastructureError, A>,
  isStopped: () => boolean,
): Promise<O.Option<A>> => {
  for (let retryDelay = 50; !isStopped(); retryDelay = Math.min(retryDelay * 2, maxRetryDelay)) {
    const result = await catchStoreErrors<InfrastructureError, A>(task)()
    if (E.isRight(result)) return O.some(result.right)
    alarm(result.left)
    await delay(retryDelay)
  }
  return O.none
}

const readAndReact =
  ({ eventTypes, openEvent, react }: ReactorDependencies) =>
  (stored: RecordedEvent): TaskEither<InfrastructureError, Position | undefined> =>
  async () => {
    if (!eventTypes.has(stored.type)) return E.right(undefined)
    const event = await openEvent(stored)()
    return E.isLeft(event) ? event : react(event.right)()
  }

const libraryClosing: E.Either<InfrastructureError, never> = E.left({
  _tag: 'StoreUnavailable',
  reason: 'the library is closing',
})

/** Starts a reactor from its checkpoint. */
export const startReactor = async (dependencies: ReactorDependencies): Promise<Reactor> => {
  const { name, store, checkpoints } = dependencies
  let position = await checkpoints.readPosition(name)()
  let stopped = false
  const positionWaiter = createPositionWaiter()
  const throttledCheckpoint = throttleCheckpoint((checkpoint) => checkpoints.writePosition(name, checkpoint)())
  const subscription = store.subscribe(position === undefined ? {} : { after: position })
  const loop = async (): Promise<void> => {
    for await (const page of subscription.pages) {
      for (const stored of page) {
        const reaction = await retryUntilDone(dependencies, readAndReact(dependencies)(stored), () => stopped)
        if (O.isNone(reaction)) return
        position = stored.position
        positionWaiter.advanceTo(position, reaction.value)
      }
      if (position !== undefined && page.length > 0) throttledCheckpoint.moveTo(position)
    }
  }
  const loopEnded = loop()
  const waitUntilCaughtUp: TaskEither<InfrastructureError, void> = catchStoreErrors(async () => {
    const head = await store.head()
    if (head === undefined || (position !== undefined && position >= head)) return E.right(undefined)
    return stopped ? libraryClosing : (await positionWaiter.waitFor(head)) ? E.right(undefined) : libraryClosing
  })
  return {
    name,
    position: () => position,
    waitUntilCaughtUp,
    stop: async () => {
      stopped = true
      subscription.close()
      await loopEnded
      await throttledCheckpoint.close()
      positionWaiter.cancelAll()
    },
  }
}
