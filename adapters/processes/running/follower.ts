import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Shut, Unreadable } from '../../../domain/command-handling/remember'
import type { EventStore, Page, Position } from '../../../domain/ports/event-store'
import { askedAhead } from './asked-ahead'
import { coalesced } from '../../system/concurrency/coalesced'
import type { EventReader } from './event-reader'
import { whenAway } from './when-away'

/** Something that is folded from the logs and remembers how far it has come. */
export interface Follows {
  readonly name: string
  readonly checkpoint: (log: LogName) => Position | undefined
  /** Takes events in log order, all after its checkpoint, and moves the checkpoint with what it makes of them. */
  readonly take: (log: LogName, events: ReadonlyArray<Shut>) => TaskEither<Unreadable, void>
}

/** Keeps those who follow abreast of both logs. */
export interface Follower {
  /** Brings everybody past both logs' ends as they are when asked. */
  readonly reach: TaskEither<Unreadable, void>
  /** Whom it keeps abreast, and how far each has come. */
  readonly followers: () => ReadonlyArray<{
    readonly name: string
    readonly at: Readonly<Record<LogName, Position | ''>>
  }>
}

type Stores = Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'recent'>>>
type Decode = EventReader['decode']

const start = '' as Position

const placeOf = (follows: Follows, log: LogName): Position => follows.checkpoint(log) ?? start

/** The earliest place that any of them has come to: reading goes on from there. */
const furthestBack = (followers: ReadonlyArray<Follows>, log: LogName): Position =>
  followers.map((follows) => placeOf(follows, log)).reduce((earliest, at) => (at < earliest ? at : earliest))

const shutAll = (decode: ReturnType<Decode>, page: Page): E.Either<Unreadable, ReadonlyArray<Shut>> => {
  const events: Shut[] = []
  for (const stored of page) {
    const event = decode(stored)
    if (event._tag === 'Left') return event
    events.push(event.right)
  }
  return E.right(events)
}

const after = (at: Position, events: ReadonlyArray<Shut>): ReadonlyArray<Shut> => {
  const [first] = events
  return first === undefined || first.stored.position > at
    ? events
    : events.filter(({ stored }) => stored.position > at)
}

/** What a look-up is told of a log that cannot be read now. */
const untilAway = (pass: TaskEither<Unreadable, void>): TaskEither<Unreadable, void> =>
  pipe(
    whenAway(pass),
    TE.mapLeft((error) => (error._tag === 'StoreUnavailable' ? { ...error, _tag: 'Unavailable' } : error)),
  )

type Pages = ReadonlyArray<ReadonlyArray<Shut>>

/** Pages of a store as they come, or those that are in memory. */
type PagesToTake = AsyncIterable<Page> | ReadonlyArray<Page>

const reached: E.Either<never, void> = E.right(undefined)

/** So many events are kept in memory for those who come after; who is further behind reads them anew. */
const mostKept = 4096

/** What was read of a log since a place in it; no pages when there were too many. */
interface Read {
  readonly log: LogName
  readonly since: Position
  readonly pages: Pages | undefined
}

const takeInTurn = async (
  followers: ReadonlyArray<Follows>,
  log: LogName,
  events: ReadonlyArray<Shut>,
): Promise<E.Either<Unreadable, void>> => {
  for (const follows of followers) {
    const taken = await follows.take(log, after(placeOf(follows, log), events))()
    if (taken._tag === 'Left') return taken
  }
  return reached
}

/**
 * Follows both logs for all of them. The first goes ahead, to the ends of both: it says which scopes have been erased, and
 * whoever opens sealed parts after it must know of erasures that come later, or stand in the other log. The others take
 * the same events, read and decoded once, in the order given; none of them depends on the order between the logs. Both
 * logs are asked at the same time.
 */
export const follower = (stores: Stores, decode: Decode, followers: ReadonlyArray<Follows>): Follower => {
  const fromStore = (log: LogName, from: Position): AsyncIterable<Page> =>
    stores[log].readAll(from === start ? {} : { after: from })
  const inMemory = (log: LogName, from: Position): ReadonlyArray<Page> | undefined => {
    const page = stores[log].recent?.after(from)
    return page === undefined ? undefined : page.length === 0 ? [] : [page]
  }
  /** Whether everybody stands at the ends of both logs, where this process knows them by itself. */
  const isAbreast = (): boolean =>
    logNames.every((log) => {
      const head = stores[log].recent?.head()
      return head !== undefined && followers.every((follows) => placeOf(follows, log) >= head)
    })
  /** Answers what was read, as long as it is not too much to be kept. */
  const pass = async (
    those: ReadonlyArray<Follows>,
    log: LogName,
    pages: PagesToTake,
  ): Promise<E.Either<Unreadable, Pages | undefined>> => {
    const decodeInLog = decode(log)
    const kept: Array<ReadonlyArray<Shut>> = []
    let count = 0
    for await (const page of pages) {
      const events = shutAll(decodeInLog, page)
      if (events._tag === 'Left') return events
      const taken = await takeInTurn(those, log, events.right)
      if (taken._tag === 'Left') return taken
      if ((count += page.length) > mostKept) kept.length = 0
      else kept.push(events.right)
    }
    return E.right(count > mostKept ? undefined : kept)
  }
  const passAfter = async (
    others: ReadonlyArray<Follows>,
    { log, since, pages }: Read,
  ): Promise<E.Either<Unreadable, unknown>> => {
    const from = furthestBack(others, log)
    if (pages === undefined || from !== since) return pass(others, log, inMemory(log, from) ?? fromStore(log, from))
    for (const events of pages) {
      const taken = await takeInTurn(others, log, events)
      if (taken._tag === 'Left') return taken
    }
    return reached
  }
  const passBoth = async (): Promise<E.Either<Unreadable, void>> => {
    const [first, ...others] = followers
    if (first === undefined) return E.right(undefined)
    const asked = logNames.map((log) => {
      const since = placeOf(first, log)
      return { log, since, pages: inMemory(log, since) ?? askedAhead(fromStore(log, since)) }
    })
    const read: Read[] = []
    for (const { log, since, pages } of asked) {
      const passed = await pass([first], log, pages)
      if (passed._tag === 'Left') return passed
      read.push({ log, since, pages: passed.right })
    }
    for (const each of others.length === 0 ? [] : read) {
      const passed = await passAfter(others, each)
      if (passed._tag === 'Left') return passed
    }
    return E.right(undefined)
  }
  const passTogether = coalesced(untilAway(passBoth))
  const atOnce = Promise.resolve(reached)
  return {
    reach: () => (isAbreast() ? atOnce : passTogether()),
    followers: () =>
      followers.map((follows) => ({
        name: follows.name,
        at: {
          circulation: placeOf(follows, 'circulation'),
          persons: placeOf(follows, 'persons'),
        },
      })),
  }
}
