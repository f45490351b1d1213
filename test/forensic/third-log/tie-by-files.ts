import { uuidToBytes } from '../../../retention/sealing/uuid-bytes'
import { loansOf, registrationsOf, type DoneActivity } from './activities'
import type { OrderedEntry } from './tie-loans'

/** The bytes of a file, whole: with frames, free pages and unused space. */
export interface ReadFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The first place of an id in a file, as 16 bytes or as text; -1 when it is not there. */
const placeOf = (bytes: Buffer, id: string): number => {
  const places = [bytes.indexOf(uuidToBytes(id)), bytes.indexOf(id), bytes.indexOf(id.replaceAll('-', ''))]
  const found = places.filter((place) => place >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}

/** The ids of both logs in the order in which they first stand in a file. */
export const orderInFile = (
  activities: ReadonlyArray<DoneActivity>,
  { bytes }: ReadFile,
): ReadonlyArray<OrderedEntry> => {
  const entries = [
    ...registrationsOf(activities).map((id) => ({ kind: 'register' as const, id })),
    ...loansOf(activities).map(({ id }) => ({ kind: 'lend' as const, id })),
  ]
  return entries
    .map((entry) => ({ ...entry, place: placeOf(bytes, entry.id) }))
    .filter(({ place }) => place >= 0)
    .toSorted((one, other) => one.place - other.place)
}

/** Whether a file names activities of both logs in the clear. */
export const namesBothLogs = (order: ReadonlyArray<OrderedEntry>): boolean =>
  (['register', 'lend'] as const).every((kind) => order.some((entry) => entry.kind === kind))
