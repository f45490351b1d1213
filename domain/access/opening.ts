import * as t from 'io-ts'
import { exactRecord, nullable } from '../event/exact-record'
import { Day } from '../values/day'

/** The role in which somebody of the library opened a record. */
export const OpenerRole = t.keyof({ staff: null, administrator: null, auditor: null })
export type OpenerRole = t.TypeOf<typeof OpenerRole>

/** What was opened: the record of a borrower; or the protected name and address, of the guardian too. */
export const OpenedData = t.keyof({ nameAndAddress: null, record: null })
export type OpenedData = t.TypeOf<typeof OpenedData>

const whyOfOpening = { role: OpenerRole, reason: t.string, opened: OpenedData }

/** One opening of a record of a borrower. The staff number is that of whoever opened it; null when they have none. */
export const openingFields = { day: Day, ...whyOfOpening, staffNumber: nullable(t.string) }
export const Opening = exactRecord('Opening', openingFields)
export type Opening = t.TypeOf<typeof Opening>

/** Why a record was looked at in a month: what `view` keeps of an opening. */
export const View = exactRecord('View', whyOfOpening)
export type View = t.TypeOf<typeof View>
