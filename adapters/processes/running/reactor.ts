import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Recorded } from '../../../domain/event/domain-event'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import type { ReactorProgress } from '../coordination/progress'
import { keptCheckpoint } from './kept-checkpoint'
import { waitingRoom, type WaitingRoom } from './waiting-room'
import { whenAway } from './when-away'

/** What a reactor needs of the world. */
export interface Reacting {
  readonly name: string
  readonly store: Pick<EventStore, 'subscribe' | 'head'>
  readonly checkpoints: Checkpoints
  /** The types of event that anything follows from; others are passed by unopened. */
  readonly on: ReadonlySet<string>
  readonly read: (stored: RecordedEvent) => TaskEither<Trouble, Recorded>
  /** Answers where the last of what followed stands, if anything did. */
  readonly react: (event: Recorded) => TaskEither<Trouble, Position | undefined>
  /** Told once for each trouble met; the reactor waits and tries again. */
  readonly alarm: (trouble: Trouble) => void
  /** Called after each event that was passed. */
  readonly publish?: (progress: ReactorProgress) => void
  readonly pause: (ms: number) => Promise<void>
}

/** Follows a log and does what follows from each event: at least once, in order, resuming where it stopped. */
export interface Reactor {
  readonly name: string
  /** How far it has come; its effects up to here are durable. */
  readonly position: () => Position | undefined
  /** Resolves once it has passed the log's end as it is when asked, and all that follows from what stands there. */
  readonly done: TaskEither<Trouble, void>
  /** Resolves once it has passed a position, and what follows from the events up to there. */
  readonly passed: (position: Position) => TaskEither<Trouble, void>
  readonly stop: () => Promise<void>
}

/** Waits between tries, in ms: doubling up to ten seconds. */
const longestPause = 10_000

/** Tries until it is done, or the reactor is stopped; then it answers nothing. */
const untilDone = async <A>(
  { alarm, pause }: Reacting,
  work: TaskEither<Trouble, A>,
  stopped: () => boolean,
): Promise<O.Option<A>> => {
  for (let wait = 50; !stopped(); wait = Math.min(wait * 2, longestPause)) {
    const done = await whenAway<Trouble, A>(work)()
    if (E.isRight(done)) return O.some(done.right)
    alarm(done.left)
    await pause(wait)
  }
  return O.none
}

const readAndReact =
  ({ read, react }: Reacting) =>
  (stored: RecordedEvent): TaskEither<Trouble, Position | undefined> =>
  async () => {
    const event = await read(stored)()
    return E.isLeft(event) ? event : react(event.right)()
  }

const closing: E.Either<Trouble, never> = E.left({ _tag: 'StoreUnavailable', reason: 'the library is closing' })

const passedBy: O.Option<Position | undefined> = O.some(undefined)

/** Waits for a position, and for the end of a log as it is when asked, by what a waiting room is told. */
export const waitsIn = (
  { until }: Pick<WaitingRoom, 'until'>,
  store: Pick<EventStore, 'head'>,
): Pick<Reactor, 'done' | 'passed'> => {
  const passed: Reactor['passed'] = (position) => async () => ((await until(position)) ? E.right(undefined) : closing)
  const done: Reactor['done'] = whenAway(async () => {
    const head = await store.head()
    return head === undefined ? E.right(undefined) : passed(head)()
  })
  return { done, passed }
}

/** Where a reactor is when it starts. What had followed before may stand anywhere in the log. */
const progressAt = async (
  position: Position | undefined,
  store: Pick<EventStore, 'head'>,
): Promise<ReactorProgress | undefined> =>
  position === undefined ? undefined : { passed: position, followed: await store.head() }

/** Starts a reactor at its checkpoint. */
export const startReactor = async (reacting: Reacting): Promise<Reactor> => {
  const { name, store, checkpoints } = reacting
  let position = await checkpoints.read(name)()
  let stopped = false
  const waiting = waitingRoom()
  const move = (progress: ReactorProgress): void => {
    position = progress.passed
    waiting.passed(progress)
    reacting.publish?.(waiting.progress() ?? progress)
  }
  const begun = await progressAt(position, store)
  if (begun !== undefined) move(begun)
  const kept = keptCheckpoint((reached) => checkpoints.write(name, reached)())
  const subscription = store.subscribe(position === undefined ? {} : { after: position })
  const loop = async (): Promise<void> => {
    for await (const page of subscription.pages) {
      for (const stored of page) {
        const followed = reacting.on.has(stored.type)
          ? await untilDone(reacting, readAndReact(reacting)(stored), () => stopped)
          : passedBy
        if (O.isNone(followed)) return
        move({ passed: stored.position, followed: followed.value })
      }
      if (position !== undefined && page.length > 0) kept.move(position)
    }
  }
  const running = loop()
  return {
    name,
    position: () => position,
    ...waitsIn(waiting, store),
    stop: async () => {
      stopped = true
      subscription.close()
      await running
      await kept.close()
      waiting.leave()
    },
  }
}
