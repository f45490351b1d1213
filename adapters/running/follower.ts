import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Table } from '../../domain/event/decode'
import { logNames, type LogName } from '../../domain/event/stream'
import { shut, type Shut, type Unreadable } from '../../domain/handling/remember'
import type { EventStore, Page, Position } from '../../domain/ports/event-store'
import { askedAhead } from './asked-ahead'
import { coalesced } from '../kernel/coalesced'
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

type Stores = Readonly<Record<LogName, Pick<EventStore, 'readAll'>>>

const start = '' as Position

/** The earliest place that any of them has come to: reading goes on from there. */
const furthestBack = (followers: ReadonlyArray<Follows>, log: LogName): Position =>
  followers.map((follows) => follows.checkpoint(log) ?? start).reduce((earliest, at) => (at < earliest ? at : earliest))

const shutAll = (table: Table, log: LogName, page: Page): E.Either<Unreadable, ReadonlyArray<Shut>> => {
  const events: Shut[] = []
  for (const stored of page) {
    const event = shut(table)(log)(stored)
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

/**
 * Follows both logs for all of them at once, so that each event is read and decoded once. Both logs are asked at the
 * same time, and taken one after the other: no follower depends on the order between them. They are served in the order
 * given: what says which scopes have been erased comes before what opens sealed parts.
 */
export const follower = (stores: Stores, table: Table, followers: ReadonlyArray<Follows>): Follower => {
  const ask = (log: LogName): AsyncIterable<Page> => {
    const from = furthestBack(followers, log)
    return askedAhead(stores[log].readAll(from === start ? {} : { after: from }))
  }
  const pass = async (log: LogName, pages: AsyncIterable<Page>): Promise<E.Either<Unreadable, void>> => {
    for await (const page of pages) {
      const events = shutAll(table, log, page)
      if (events._tag === 'Left') return events
      for (const follows of followers) {
        const at = follows.checkpoint(log) ?? start
        const taken = await follows.take(log, after(at, events.right))()
        if (taken._tag === 'Left') return taken
      }
    }
    return E.right(undefined)
  }
  const passBoth = async (): Promise<E.Either<Unreadable, void>> => {
    for (const { log, pages } of logNames.map((log) => ({ log, pages: ask(log) }))) {
      const passed = await pass(log, pages)
      if (passed._tag === 'Left') return passed
    }
    return E.right(undefined)
  }
  return {
    reach: coalesced(untilAway(passBoth)),
    followers: () =>
      followers.map((follows) => ({
        name: follows.name,
        at: {
          circulation: follows.checkpoint('circulation') ?? start,
          persons: follows.checkpoint('persons') ?? start,
        },
      })),
  }
}
