import { createHash } from 'node:crypto'
import { systemRandom } from '../../../adapters/system/random/random'
import { addDays, type Day } from '../../../domain/values/day'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import type { Stored } from '../stored'
import { idsIn, recordOf } from './records'

/** An id without the digits that say of which version it is. */
export const bare = (hex: string): string => {
  const digits = hex.replaceAll('-', '').slice(0, 32)
  return digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17)
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const namespaces = ['dns', 'url', 'oid', 'x500'].map((_, n) => `6ba7b81${String(n)}-9dad-11d1-80b4-00c04fd430c8`)
const names = ['', 'fee', 'loan', 'payment', 'reservation', 'setAside', 'event', '0', '1']

/** What anyone who knows an id may try: its hashes, as text and as bytes, and as a name-based UUID either way round. */
const plainHashes = (id: string): ReadonlyArray<string> => [
  systemRandom.hashed(id),
  ...['sha256', 'sha1', 'md5'].flatMap((name) =>
    [Buffer.from(id), bytesOf(id)].map((bytes) => createHash(name).update(bytes).digest('hex')),
  ),
  ...namespaces.map((space) => createHash('sha1').update(bytesOf(space)).update(id).digest('hex')),
  ...names.map((name) => createHash('sha1').update(bytesOf(id)).update(name).digest('hex')),
]

/** Two ids of which the second is a hash of the first. */
export const hashedIds = (events: ReadonlyArray<Stored>): ReadonlyArray<readonly [string, string]> => {
  const ids = [...new Set(events.flatMap(({ id, opened }) => [id, ...idsIn(opened)]))]
  const known = new Map(ids.map((id) => [bare(id), id]))
  return ids.flatMap((id) =>
    plainHashes(id).flatMap((hash) => {
      const other = known.get(bare(hash))
      return other === undefined ? [] : [[id, other] as const]
    }),
  )
}

const commands = [
  ...['SetAside', 'Arrive', 'Send', 'ReleaseSetAside', 'FulfilReservation', 'ReserveAnew', 'MakeReady'],
  ...['LevyFee', 'JoinFee', 'CancelFee', 'PayFee', 'CompletePayment'],
]

const tellsTheSame = (one: Stored, other: Stored): boolean =>
  recordOf(one) === recordOf(other) ||
  (['copy', 'title'].some((name) => name in one.opened && one.opened[name] === other.opened[name]) &&
    [one, other].some((event) => recordOf(event) === undefined))

/** How the source says that ids of follow-ups are made, with anything that an attacker may put in a key's place. */
export const recipes = (cause: Stored, streams: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...circulationReactions, ...feeReactions]
    .filter(({ on }) => on.includes(cause.type))
    .flatMap(({ name }) =>
      commands.flatMap((command) =>
        streams.flatMap((stream) =>
          [0, 1].map((index) => `${name}\n${cause.id}\n${command}\n${stream}/${String(index)}`),
        ),
      ),
    )

/**
 * Events whose id anyone can work out from another event's by the recipe in the source, and that so are put together
 * although they share no copy and no title in the open, or belong to two records.
 */
export const followUpsFoundOut = (events: ReadonlyArray<Stored>): ReadonlyArray<readonly [Stored, Stored]> => {
  const circulation = events.filter(({ log }) => log === 'circulation')
  const byDay = grouped(circulation)
  const on = (recorded: string) => byDay.get(recorded) ?? []
  return circulation.flatMap((cause) => {
    const near = [...on(cause.recorded), ...on(addDays(1)(cause.recorded as Day))]
    const known = new Map(near.map((event) => [bare(event.id), event]))
    return recipes(cause, [...new Set(near.map(({ stream }) => stream))]).flatMap((recipe) => {
      const effect = known.get(bare(systemRandom.hashed(recipe)))
      return effect === undefined || tellsTheSame(cause, effect) ? [] : [[cause, effect] as const]
    })
  })
}

export const grouped = (events: ReadonlyArray<Stored>): ReadonlyMap<string, ReadonlyArray<Stored>> => {
  const groups = new Map<string, Stored[]>()
  for (const event of events) groups.set(event.recorded, [...(groups.get(event.recorded) ?? []), event])
  return groups
}
