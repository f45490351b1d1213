import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Recorded } from '../../../domain/event/domain-event'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import { keptCheckpoint } from './kept-checkpoint'
import { waitingRoom } from './waiting-room'
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
  readonly pause: (ms: number) => Promise<void>
}

/** Follows a log and does what follows from each event: at least once, in order, resuming where it stopped. */
export interface Reactor {
  readonly name: string
  /** How far it has come; its effects up to here are durable. */
  readonly position: () => Position | undefined
  /** Resolves once it has passed the log's end as it is when asked, and all that follows from what stands there. */
  readonly done: TaskEither<Trouble, void>
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

/** Starts a reactor at its checkpoint. */
export const startReactor = async (reacting: Reacting): Promise<Reactor> => {
  const { name, store, checkpoints } = reacting
  let position = await checkpoints.read(name)()
  let stopped = false
  const waiting = waitingRoom()
  const kept = keptCheckpoint((reached) => checkpoints.write(name, reached)())
  const subscription = store.subscribe(position === undefined ? {} : { after: position })
  const loop = async (): Promise<void> => {
    for await (const page of subscription.pages) {
      for (const stored of page) {
        const followed = reacting.on.has(stored.type)
          ? await untilDone(reacting, readAndReact(reacting)(stored), () => stopped)
          : passedBy
        if (O.isNone(followed)) return
        position = stored.position
        waiting.passed(position, followed.value)
      }
      if (position !== undefined && page.length > 0) kept.move(position)
    }
  }
  const running = loop()
  const done: TaskEither<Trouble, void> = whenAway(async () => {
    const head = await store.head()
    if (head === undefined || (position !== undefined && position >= head)) return E.right(undefined)
    return stopped ? closing : (await waiting.until(head)) ? E.right(undefined) : closing
  })
  return {
    name,
    position: () => position,
    done,
    stop: async () => {
      stopped = true
      subscription.close()
      await running
      await kept.close()
      waiting.leave()
    },
  }
}
