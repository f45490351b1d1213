import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type {
  AppendResult,
  RevisionConflict,
  ExpectedRevision,
  InvalidAppend,
  Revision,
  StoredEvent,
} from '../../../domain/ports/event-store'
import { invalidAppend } from './invalid-append'
import { isSequenceNumber, positionOfSequence } from './sequence-position'

/** Which event a stream holds where: what it takes to recognise a repeated append. */
export interface EventLocation {
  readonly id: string
  readonly revision: Revision
  readonly sequence: number
}

/** What `decideAppend` needs to know of a stream. `lastRevision` is -1 while the stream is empty. */
export interface StreamStateForAppend {
  readonly lastRevision: Revision
  /** The events at `count` revisions from `first` on, in order. */
  readonly eventsFrom: (first: Revision, count: number) => ReadonlyArray<EventLocation>
  /** The events of the stream with these ids, in order of revision. */
  readonly eventsById: (ids: ReadonlyArray<EventId>) => ReadonlyArray<EventLocation>
}

/** Write: append after the last event. Repeat: the stream holds the same events already, with this result. */
type AppendDecision = { readonly _tag: 'Write' } | { readonly _tag: 'Repeat'; readonly appended: AppendResult }

const writeDecision: AppendDecision = { _tag: 'Write' }

const repeatDecision = ({ revision, sequence }: EventLocation): AppendDecision => ({
  _tag: 'Repeat',
  appended: { revision, position: positionOfSequence(sequence), repeated: true },
})

const partlyAppended = either.left(invalidAppend('the stream holds some of the events already, but not all of them'))

const haveSameIds = (events: ReadonlyArray<StoredEvent>, existing: ReadonlyArray<EventLocation>): boolean =>
  events.length === existing.length && events.every(({ id }, at) => id === existing[at]?.id)

const decideAtAnyRevision = (
  events: ReadonlyArray<StoredEvent>,
  state: StreamStateForAppend,
): Either<InvalidAppend, AppendDecision> => {
  const existing = state.lastRevision < 0 ? [] : state.eventsById(events.map(({ id }) => id))
  const lastExisting = existing.at(-1)
  if (lastExisting === undefined) return either.right(writeDecision)
  const areConsecutive = lastExisting.revision - (existing[0]?.revision ?? 0) === events.length - 1
  return haveSameIds(events, existing) && areConsecutive ? either.right(repeatDecision(lastExisting)) : partlyAppended
}

const decideAtExactRevision = (
  stream: StreamName,
  expected: ExpectedRevision,
  lastExpected: Revision,
  events: ReadonlyArray<StoredEvent>,
  state: StreamStateForAppend,
): Either<RevisionConflict | InvalidAppend, AppendDecision> => {
  if (lastExpected === state.lastRevision) return either.right(writeDecision)
  const existing = lastExpected < state.lastRevision ? state.eventsFrom(lastExpected + 1, events.length) : []
  const lastExisting = existing.at(-1)
  const isRepeat = haveSameIds(events, existing) && existing.every(({ sequence }) => isSequenceNumber(sequence))
  if (lastExisting !== undefined && isRepeat) return either.right(repeatDecision(lastExisting))
  const ids = new Set<string>(events.map(({ id }) => id))
  if (existing.some(({ id }) => ids.has(id))) return partlyAppended
  return either.left({
    _tag: 'Conflict',
    stream,
    expected,
    actual: state.lastRevision < 0 ? 'none' : state.lastRevision,
  })
}

/**
 * Decides whether to write an append, to answer a repeat with its first result, or to refuse it. A repeat has the same
 * event ids in the same stream: at the same revisions when `expected` is `none` or a number, anywhere when it is `any`.
 */
export const decideAppend = (
  stream: StreamName,
  expected: ExpectedRevision,
  events: ReadonlyArray<StoredEvent>,
  state: StreamStateForAppend,
): Either<RevisionConflict | InvalidAppend, AppendDecision> => {
  if (expected === 'any') return decideAtAnyRevision(events, state)
  return decideAtExactRevision(stream, expected, expected === 'none' ? -1 : expected, events, state)
}
