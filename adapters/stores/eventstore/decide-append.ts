import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type {
  Appended,
  Conflict,
  Expected,
  InvalidAppend,
  Revision,
  StoredEvent,
} from '../../../domain/ports/event-store'
import { invalid } from './invalid-append'
import { positionOf } from './position'

/** An event that stands in a stream, as far as a repeat is known by it. */
export interface Standing {
  readonly id: string
  readonly revision: Revision
  readonly place: number
}

/** What deciding needs of a stream; `last` is -1 while it is empty. */
export interface StreamSoFar {
  readonly last: Revision
  /** What stands at `count` revisions from the first one on, in order. */
  readonly standingFrom: (first: Revision, count: number) => ReadonlyArray<Standing>
  /** Which of these ids stand in the stream, in order. */
  readonly standingById: (ids: ReadonlyArray<EventId>) => ReadonlyArray<Standing>
}

/** The events are to be written after the stream's last, or the same stand there already. */
export type Decision = { readonly _tag: 'Write' } | { readonly _tag: 'Repeat'; readonly appended: Appended }

const write: Decision = { _tag: 'Write' }

const repeat = ({ revision, place }: Standing): Decision => ({
  _tag: 'Repeat',
  appended: { revision, position: positionOf(place), repeated: true },
})

const partly = either.left(invalid('some of the events stand in the stream already, and some do not'))

const sameIds = (events: ReadonlyArray<StoredEvent>, standing: ReadonlyArray<Standing>): boolean =>
  events.length === standing.length && events.every(({ id }, at) => id === standing[at]?.id)

const afterAnything = (events: ReadonlyArray<StoredEvent>, soFar: StreamSoFar): Either<InvalidAppend, Decision> => {
  const found = soFar.last < 0 ? [] : soFar.standingById(events.map(({ id }) => id))
  const end = found.at(-1)
  if (end === undefined) return either.right(write)
  const together = end.revision - (found[0]?.revision ?? 0) === events.length - 1
  return sameIds(events, found) && together ? either.right(repeat(end)) : partly
}

const afterRevision = (
  stream: StreamName,
  expected: Expected,
  before: Revision,
  events: ReadonlyArray<StoredEvent>,
  soFar: StreamSoFar,
): Either<Conflict | InvalidAppend, Decision> => {
  if (before === soFar.last) return either.right(write)
  const standing = before < soFar.last ? soFar.standingFrom(before + 1, events.length) : []
  const end = standing.at(-1)
  if (end !== undefined && sameIds(events, standing)) return either.right(repeat(end))
  const ids = new Set<string>(events.map(({ id }) => id))
  if (standing.some(({ id }) => ids.has(id))) return partly
  return either.left({ _tag: 'Conflict', stream, expected, actual: soFar.last < 0 ? 'none' : soFar.last })
}

/**
 * Whether an append is to be written, stands there already, or is refused. Repeats are known by their ids, in their
 * own stream: at the revisions they would have under `none` and an exact revision, anywhere under `any`.
 */
export const decideAppend = (
  stream: StreamName,
  expected: Expected,
  events: ReadonlyArray<StoredEvent>,
  soFar: StreamSoFar,
): Either<Conflict | InvalidAppend, Decision> => {
  if (expected === 'any') return afterAnything(events, soFar)
  return afterRevision(stream, expected, expected === 'none' ? -1 : expected, events, soFar)
}
