import { definitions } from '../../../domain/catalogue'
import { decodeParts } from '../../../retention/sealing/decode-parts'
import type { Stored } from '../stored'
import { recordOf } from './records'

/** What may stand in the open of two records: of what things are, where, and the month's own scope. */
const allowed = ['copy', 'title', 'branch', 'from', 'to', 'statistics']
/** Drawn from a small set: days, and words that stand in the definitions. */
const day = /^\d{4}-\d{2}-\d{2}$/
const words = ['lateness', 'compensation', 'lent', 'reservation ended', 'copy gone']

const isSmall = (value: unknown): boolean => typeof value === 'boolean' || words.includes(String(value))

const openMembers = ({ opened, id }: Stored): ReadonlyArray<string> => [
  id,
  ...Object.entries(opened)
    .filter(([name, value]) => !allowed.includes(name) && !isSmall(value) && !day.test(String(value)))
    .map(([, value]) => JSON.stringify(value)),
]

/** What is stored beside the ciphertext of a part; the month's statistics are in many records. */
const besideCiphertexts = ({ sealed }: Stored): ReadonlyArray<string> => {
  const parts = decodeParts(sealed)
  if (parts._tag === 'Left') return []
  return parts.right
    .filter((part) => part.class !== 'statistics')
    .flatMap(({ commitment, nonce }) => [commitment, nonce].map((bytes) => Buffer.from(bytes).toString('hex')))
}

const ownStream = ({ stream }: Stored): ReadonlyArray<string> => (/^(copy|title)-/.test(stream) ? [] : [stream])

/** Values drawn from a large set that stand in the open of two records or more, which so can be put together. */
export const sharedBetweenRecords = (events: ReadonlyArray<Stored>): ReadonlyArray<string> => {
  const standsIn = new Map<string, Set<string>>()
  for (const event of events) {
    const record = recordOf(event)
    if (record === undefined || !definitions.some(({ type }) => type === event.type)) continue
    for (const value of [...openMembers(event), ...besideCiphertexts(event), ...ownStream(event)])
      standsIn.set(value, (standsIn.get(value) ?? new Set()).add(record))
  }
  return [...standsIn].filter(([, records]) => records.size > 1).map(([value]) => value)
}
