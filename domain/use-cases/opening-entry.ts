import { Opening, toNewestOpening } from '../access/opening'
import type { ListedShortTermEntry, ShortTermEntry, ShortTermKind } from '../ports/short-term-store'
import { longestOfflineDays } from '../policy/longest-offline-days'
import type { AccessId, BorrowerId } from '../values/ids'
import { parseEntry } from './parse-entry'

export const openingKind: ShortTermKind = 'opening of a record'

/**
 * How long an opening waits for the closing of its day, in ms: 14 days, the longest that the library may be behind. Its epoch
 * of the ring must not be destroyed before that: so with a shorter escrow it waits as long as the escrow.
 */
export const openingLastsMs = longestOfflineDays * 24 * 3_600_000

/** An opening that waits for the closing of its day, and the id of the event that the closing writes. */
export interface WaitingOpening {
  readonly access: AccessId
  readonly borrower: BorrowerId
  readonly opening: Opening
}

/** The entry of the short-term store. The id is random, and stands nowhere else before the event has it. */
export const entryOfOpening = ({ access, borrower, opening }: WaitingOpening): ShortTermEntry => ({
  ...{ kind: openingKind, id: access, subject: borrower, lastsMs: openingLastsMs },
  value: JSON.stringify(opening),
})

/** None for an entry of another form. An entry that waits since an earlier version counts. */
export const openingsOfEntry = ({ key, subject, value }: ListedShortTermEntry): ReadonlyArray<WaitingOpening> => {
  const opening = toNewestOpening(parseEntry(value))
  if (subject === null || !Opening.is(opening)) return []
  return [{ access: key.id as AccessId, borrower: subject as BorrowerId, opening }]
}
