import { eventDefinitions } from '../../../domain/event-definitions'
import { decodeSealedParts } from '../../../retention/sealing/decode-sealed-parts'
import type { StoredLogEvent } from '../stored-events'
import { recordOfEvent } from './record-of-event'

/** The open members whose values two records may share: copies, titles, branches, and the scope of the month. */
const allowedMembers = ['copy', 'title', 'branch', 'from', 'to', 'statistics']
/** Values from a small set, which link nothing: days, months, and words of the event definitions. */
const dayOrMonth = /^\d{4}-\d{2}(-\d{2})?$/
const words = ['lateness', 'compensation', 'lent', 'reservation ended', 'copy gone']

const isSmall = (value: unknown): boolean => typeof value === 'boolean' || words.includes(String(value))

const openMembers = ({ openPart, id }: StoredLogEvent): ReadonlyArray<string> => [
  id,
  ...Object.entries(openPart)
    .filter(([name, value]) => !allowedMembers.includes(name) && !isSmall(value) && !dayOrMonth.test(String(value)))
    .map(([, value]) => JSON.stringify(value)),
]

/** The commitments and nonces of sealed parts. Without the statistics scope of the month, which many records share. */
const commitmentsAndNonces = ({ sealed }: StoredLogEvent): ReadonlyArray<string> => {
  const parts = decodeSealedParts(sealed)
  if (parts._tag === 'Left') return []
  return parts.right
    .filter((part) => part.class !== 'statistics')
    .flatMap(({ commitment, nonce }) => [commitment, nonce].map((bytes) => Buffer.from(bytes).toString('hex')))
}

const personalStream = ({ stream }: StoredLogEvent): ReadonlyArray<string> =>
  /^(copy|title)-/.test(stream) ? [] : [stream]

const recordsBySharedValue = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<readonly [string, Set<string>]> => {
  const recordsByValue = new Map<string, Set<string>>()
  for (const event of events) {
    const record = recordOfEvent(event)
    if (record === undefined || !eventDefinitions.some(({ type }) => type === event.type)) continue
    for (const value of [...openMembers(event), ...commitmentsAndNonces(event), ...personalStream(event)])
      recordsByValue.set(value, (recordsByValue.get(value) ?? new Set()).add(record))
  }
  return [...recordsByValue].filter(([, records]) => records.size > 1)
}

/** Finds open values from a large set that two or more records share: they link the records. */
export const findSharedOpenValues = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<string> =>
  recordsBySharedValue(events).map(([value]) => value)

/** The records that share such a value, for each value. */
export const findSharedOpenMembers = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<ReadonlyArray<string>> =>
  recordsBySharedValue(events).map(([, records]) => [...records])
