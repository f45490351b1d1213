import type { LogName, StreamCategory } from '../../../../domain/event/stream'
import type { DamagedEvent } from '../../../processes/damage/damaged-event-registry'
import type { HttpFailure } from './http-failure'
import { unknownThingOf } from './failure-about-body-member'

/** What a request names. */
interface NamedByRequest {
  readonly params: unknown
  readonly body: unknown
}

/** The members of a path or a body that hold the id of a stream, and its log. */
const streamMembers: Readonly<Record<string, readonly [LogName, StreamCategory]>> = {
  borrower: ['persons', 'borrower'],
  copy: ['circulation', 'copy'],
  title: ['circulation', 'title'],
  fee: ['circulation', 'fee'],
}

const namedStreams = (part: unknown): ReadonlyArray<string> =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([member, id]) => {
        const place = Object.hasOwn(streamMembers, member) ? streamMembers[member] : undefined
        return place === undefined ? [] : [`${place[0]}/${place[1]}-${String(id)}`]
      })
    : []

/** What says that the library does not know something, or that a borrower may not have it because of that. */
const isUnknown = (failure: HttpFailure): boolean => {
  if (failure._tag === 'RefusedInBody') return unknownThingOf(failure.failure) !== undefined
  if (failure._tag !== 'Refused') return /IsUnknown$/.test(failure._tag)
  const { refusal } = failure
  if ('because' in refusal) return refusal.because === 'borrowerUnknown' || refusal.because === 'patron_not_found'
  return /IsUnknown$/.test(refusal._tag)
}

/** What the library does not know because its events are damaged is damaged, and never unknown or forgotten. */
export const replaceUnknownByDamage =
  (damaged: ReadonlyArray<DamagedEvent>, { params, body }: NamedByRequest) =>
  (failure: HttpFailure): HttpFailure => {
    if (damaged.length === 0 || !isUnknown(failure)) return failure
    const named = new Set([...namedStreams(params), ...namedStreams(body)])
    const event = damaged.find(({ log, stream }) => named.has(`${log}/${stream}`))
    if (event === undefined) return failure
    const { log, stream, revision, reason } = event
    return { _tag: 'Corrupt', reason, at: { log, stream, revision } }
  }
