import { Day } from '../../../../../domain/values/day'
import type { HeldClass } from '../../../../../domain/hold/holdable-class'
import {
  namedDayOfBorrower,
  namedDayOfForgetting,
  explainedHoldsOn,
  type DaysOfForgetting,
} from '../../../../../projections/legal-holds/days-of-forgetting'
import type { DataOfKind } from '../../../pages/personal-data/personal-data'
import { legalHoldOnRecord } from './held-explained-holds'

type Members = Readonly<Record<string, unknown>>
type ScopesInForce = Readonly<Partial<Record<HeldClass, string | null>>>

/** The member of an entry that is the id of its scope, by the list in which it stands. */
const scopeMemberOfList: Readonly<Record<string, string>> = {
  ...{ loans: 'loan', lateRenewals: 'loan', undoneLoans: 'loan', machineCases: 'loan' },
  ...{ reservations: 'reservation', setAsides: 'setAside', messages: 'message', cards: 'card' },
  ...{ fees: 'fee', decisions: 'fee', reimbursements: 'reimbursement', payments: 'payment' },
  ...{ blocks: 'block', blockNotes: 'block' },
}

/** Members that name a day of forgetting. */
const membersOfForgetting: ReadonlySet<string> = new Set(['forgottenOn', 'forgottenIfUnusedOn', 'latestEnd'])

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record with the days that may be named, and with the holds on its scope of which the borrower is told. */
const tellInRecord =
  (days: DaysOfForgetting) =>
  (record: Members, scope: unknown): Members => {
    const name = namedDayOfForgetting(days)
    const holds = typeof scope === 'string' ? explainedHoldsOn(days)(scope) : []
    const named = Object.entries(record).map(([member, value]) => {
      if (Array.isArray(value)) return [member, value.map(tellInEntry(days, member))] as const
      if (!membersOfForgetting.has(member)) return [member, value] as const
      return [member, name(typeof scope === 'string' ? scope : '', Day.is(value) ? value : null)] as const
    })
    return {
      ...Object.fromEntries(named),
      ...(holds.length === 0 ? {} : { legalHolds: holds.map(legalHoldOnRecord) }),
    }
  }

const tellInEntry =
  (days: DaysOfForgetting, list: string) =>
  (entry: unknown): unknown =>
    isObject(entry) ? tellInRecord(days)(entry, entry[scopeMemberOfList[list] ?? '']) : entry

/** The scope of a kind of data that is in force once: that of the class under which its first fields are sealed. */
const scopeOfKind = ({ promise }: DataOfKind, scopes: ScopesInForce): unknown => {
  const [{ class: name }] = promise.fields
  return scopes[name as HeldClass]
}

/** What the kind says once: a borrower is erased when the last hold is over, whichever record it keeps. */
const tellInKind = (days: DaysOfForgetting, scopes: ScopesInForce, row: DataOfKind): object | null => {
  if (row.data === null || row.kind === 'explainedLegalHold') return row.data
  const withHolds = tellInRecord(days)(row.data as Members, scopeOfKind(row, scopes))
  if (!('forgottenIfUnusedOn' in row.data)) return withHolds
  const unheld = row.data.forgottenIfUnusedOn
  return { ...withHolds, forgottenIfUnusedOn: namedDayOfBorrower(days)(Day.is(unheld) ? unheld : null) }
}

/** What is held of each kind, with the days of forgetting that may be named, and with the holds that may be told. */
export const tellHoldsInKinds =
  (days: DaysOfForgetting, scopes: ScopesInForce) =>
  (kinds: ReadonlyArray<DataOfKind>): ReadonlyArray<DataOfKind> =>
    kinds.map((row) => ({ ...row, data: tellInKind(days, scopes, row) }))
