import { createHash } from 'node:crypto'
import { systemRandom } from '../../../adapters/system/random/system-random'
import { addDays, type Day } from '../../../domain/values/day'
import { copyAndReservationReactions } from '../../../domain/reactions/copy-and-reservation-reactions'
import { messageReactions } from '../../../domain/reactions/message-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import type { StoredLogEvent } from '../stored-events'
import { uuidsIn, recordOfEvent } from './record-of-event'

/** A UUID without the digits of version and variant. */
export const withoutVersionDigits = (hex: string): string => {
  const digits = hex.replaceAll('-', '').slice(0, 32)
  return digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17)
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const namespaces = ['dns', 'url', 'oid', 'x500'].map((_, n) => `6ba7b81${String(n)}-9dad-11d1-80b4-00c04fd430c8`)
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
]

/** The hashes that anybody can compute from an id: of its text, of its bytes, and as a name-based UUID. */
const hashesOfId = (id: string): ReadonlyArray<string> => [
  systemRandom.uuidFromText(id),
  ...['sha256', 'sha1', 'md5'].flatMap((name) =>
    [Buffer.from(id), bytesOf(id)].map((bytes) => createHash(name).update(bytes).digest('hex')),
  ),
  ...namespaces.map((space) => createHash('sha1').update(bytesOf(space)).update(id).digest('hex')),
  ...names.map((name) => createHash('sha1').update(bytesOf(id)).update(name).digest('hex')),
]

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

const commands = [
  ...['SetAside', 'Arrive', 'Send', 'ReleaseSetAside', 'FulfilReservation', 'ReserveAnew', 'MakeReady'],
  ...['LevyFee', 'JoinFee', 'CancelFee', 'PayFee', 'CompletePayment', 'ReimburseFee', 'GrantReimbursement'],
  ...['MakeMessage', 'MakeNotice', 'CountMessages', 'RecordAccess', 'WriteView'],
]

const isAlreadyLinked = (one: StoredLogEvent, other: StoredLogEvent): boolean =>
  recordOfEvent(one) === recordOfEvent(other) ||
  (['copy', 'title'].some((name) => name in one.openPart && one.openPart[name] === other.openPart[name]) &&
    [one, other].some((event) => recordOfEvent(event) === undefined))

/** The inputs from which the source code derives the ids of follow-ups of an event. An attacker can try them without the key. */
export const followUpIdInputs = (cause: StoredLogEvent, streams: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...copyAndReservationReactions, ...feeReactions, ...messageReactions]
    .filter(({ eventTypes: on }) => on.includes(cause.type))
    .flatMap(({ name }) =>
      commands.flatMap((command) =>
        streams.flatMap((stream) =>
          [0, 1].map((index) => `${name}\n${cause.id}\n${command}\n${stream}/${String(index)}`),
        ),
      ),
    )

/**
 * Finds events whose id anybody can compute from the id of another event, as the source code derives it. Such a pair is
 * linked although the two share no open copy and no open title, or belong to two records.
 */
export const findHashedFollowUps = (
  events: ReadonlyArray<StoredLogEvent>,
): ReadonlyArray<readonly [StoredLogEvent, StoredLogEvent]> => {
  const circulation = events.filter(({ log }) => log === 'circulation')
  const byDay = groupByDay(circulation)
  const on = (recorded: string) => byDay.get(recorded) ?? []
  return circulation.flatMap((cause) => {
    const near = [...on(cause.recorded), ...on(addDays(1)(cause.recorded as Day))]
    const known = new Map(near.map((event) => [event.id.slice(0, 8), event]))
    return followUpIdInputs(cause, [...new Set(near.map(({ stream }) => stream))]).flatMap((recipe) => {
      const id = systemRandom.uuidFromText(recipe)
      const effect = known.get(id.slice(0, 8))
      if (effect === undefined || withoutVersionDigits(effect.id) !== withoutVersionDigits(id)) return []
      return isAlreadyLinked(cause, effect) ? [] : [[cause, effect] as const]
    })
  })
}

export const groupByDay = (
  events: ReadonlyArray<StoredLogEvent>,
): ReadonlyMap<string, ReadonlyArray<StoredLogEvent>> => {
  const groups = new Map<string, StoredLogEvent[]>()
  for (const event of events) groups.set(event.recorded, [...(groups.get(event.recorded) ?? []), event])
  return groups
}
