import * as t from 'io-ts'
import { exactRecord, nullable } from '../event/exact-record'
import { Day } from '../values/day'

/** The role in which somebody of the library opened a record. */
export const OpenerRole = t.keyof({ staff: null, administrator: null, auditor: null })
export type OpenerRole = t.TypeOf<typeof OpenerRole>

/**
 * The deletion classes that an auditor may have opened: what the library holds of a borrower, but for what nobody reads (the
 * PIN), what is for the borrower alone (the history of loans), and what only counts.
 */
const openableClasses = {
  ...{ borrower: null, identity: null, preference: null, contact: null, card: null, block: null, note: null },
  ...{ absence: null, guardian: null, loan: null, reservation: null, setAside: null, fee: null, message: null },
}
export const OpenableClass = t.keyof(openableClasses)
export type OpenableClass = t.TypeOf<typeof OpenableClass>

const openedByStaff = { nameAndAddress: null, record: null }

/** What was opened: the record of a borrower; or the protected name and address, of the guardian too; or one class of data. */
export const OpenedData = t.keyof({ ...openedByStaff, ...openableClasses })
export type OpenedData = t.TypeOf<typeof OpenedData>

const why = { role: OpenerRole, reason: t.string }
const who = { staffNumber: nullable(t.string) }

/** What version 1 of an event says of an opening: by staff, who need no approval. */
export const openingFieldsVersion1 = { day: Day, ...why, opened: t.keyof(openedByStaff), ...who }
const OpeningVersion1 = exactRecord('OpeningVersion1', openingFieldsVersion1)

/**
 * One opening of a record of a borrower. The staff number is that of whoever opened it; null when they have none.
 * `approvedBy`: the staff number of the second person who approved it; null when it needs no approval.
 */
export const openingFields = { day: Day, ...why, opened: OpenedData, ...who, approvedBy: nullable(t.string) }
export const Opening = exactRecord('Opening', openingFields)
export type Opening = t.TypeOf<typeof Opening>

/** An opening of version 1 as one that needed no approval; any other value as it is. */
export const toNewestOpening = (value: unknown): unknown =>
  OpeningVersion1.is(value) ? { ...value, approvedBy: null } : value

/** Why a record was looked at in a month, in version 1 of an event. */
export const ViewVersion1 = exactRecord('ViewVersion1', { ...why, opened: t.keyof(openedByStaff) })

/** Why a record was looked at in a month: what `view` keeps of an opening. */
export const View = exactRecord('View', { ...why, opened: OpenedData })
export type View = t.TypeOf<typeof View>
