import { hash } from 'node:crypto'
import { systemRandom } from '../../../adapters/system/random/system-random'
import type { StoredLogEvent } from '../stored-events'
import { followUpIdInputs } from './follow-up-id-inputs'
import { makeNearEventsOf, withoutVersionDigits } from './near-events'
import { uuidsIn, recordOfEvent } from './record-of-event'

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const namespaces = ['dns', 'url', 'oid', 'x500'].map((_, n) =>
  bytesOf(`6ba7b81${String(n)}-9dad-11d1-80b4-00c04fd430c8`),
)
const names = [
  '',
  'access',
  'view',
  'fee',
  'loan',
  'message',
  'messageCount',
  'notice',
  'payment',
  'reservation',
  'setAside',
  'event',
  '0',
  '1',
].map((name) => Buffer.from(name))

/** The hashes that anybody can compute from an id: of its text, of its bytes, and as a name-based UUID. */
const hashesOfId = (id: string): ReadonlyArray<string> => {
  const bytes = bytesOf(id)
  return [
    systemRandom.uuidFromText(id),
    ...['sha256', 'sha1', 'md5'].flatMap((name) => [hash(name, id), hash(name, bytes)]),
    ...namespaces.map((space) => hash('sha1', Buffer.concat([space, Buffer.from(id)]))),
    ...names.map((name) => hash('sha1', Buffer.concat([bytes, name]))),
  ]
}

/** Finds pairs of ids of which the second is a hash of the first. */
export const findHashedIds = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<readonly [string, string]> => {
  const ids = [...new Set(events.flatMap(({ id, openPart }) => [id, ...uuidsIn(openPart)]))]
  const known = new Map(ids.map((id) => [withoutVersionDigits(id), id]))
  return ids.flatMap((id) =>
    hashesOfId(id).flatMap((hash) => {
      const other = known.get(withoutVersionDigits(hash))
      return other === undefined ? [] : [[id, other] as const]
    }),
  )
}

const isAlreadyLinked = (one: StoredLogEvent, other: StoredLogEvent): boolean =>
  recordOfEvent(one) === recordOfEvent(other) ||
  (['copy', 'title'].some((name) => name in one.openPart && one.openPart[name] === other.openPart[name]) &&
    [one, other].some((event) => recordOfEvent(event) === undefined))

/**
 * Finds events whose id anybody can compute from the id of another event, as the source code derives it. Such a pair is
 * linked although the two share no open copy and no open title, or belong to two records.
 */
export const findHashedFollowUps = (
  events: ReadonlyArray<StoredLogEvent>,
): ReadonlyArray<readonly [StoredLogEvent, StoredLogEvent]> => {
  const nearOf = makeNearEventsOf(events)
  return events
    .filter(({ log }) => log === 'circulation')
    .flatMap((cause) => {
      const near = nearOf(cause.recorded)
      return followUpIdInputs(cause, near).flatMap((input) => {
        const effect = near.byId.get(withoutVersionDigits(systemRandom.uuidFromText(input)))
        return effect === undefined || isAlreadyLinked(cause, effect) ? [] : [[cause, effect] as const]
      })
    })
}
