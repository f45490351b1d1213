import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { GuardianDetails } from '../../domain/borrower/guardian-details'
import { isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../domain/values/ids'
import { identityOfBorrower } from '../borrowers/borrower-record-queries'
import { fromContactColumns } from '../borrowers/contact-columns'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  guardianPapersTable,
  guardiansTable,
  verifiedEmailsOfGuardiansTable,
  type GuardianRow,
} from './guardian-tables'

/** What the library knows of the guardian of a borrower. */
export interface RegisteredGuardian extends GuardianDetails {
  readonly guardian: GuardianId
  readonly borrower: BorrowerId
}

/** How the library reaches the guardian who answers for a borrower. */
export interface GuardianOnDay {
  readonly guardian: GuardianId
  readonly guardianship: GuardianshipId
  readonly name: string
  readonly contact: ContactDetails
  readonly verifiedEmails: ReadonlyArray<string>
}

const verifiedEmailsOf = (guardian: GuardianId, rows: ReadModelRows): ReadonlyArray<string> =>
  rows.find(verifiedEmailsOfGuardiansTable, { where: { guardian }, orderBy: ['email'] }).map(({ email }) => email)

const paperOf = (guardian: GuardianId, rows: ReadModelRows): GuardianDetails['paper'] => {
  const row = findFirstRow(rows, guardianPapersTable, { where: { guardian } })
  return row === undefined ? null : { month: row.month, branch: row.branch }
}

const toRegisteredGuardian =
  (rows: ReadModelRows) =>
  ({
    guardian,
    borrower,
    guardianship,
    cpr,
    cprIndex: _cprIndex,
    recordedIn: _recordedIn,
    name,
    ...contact
  }: GuardianRow): RegisteredGuardian => ({
    ...{ guardian, borrower, guardianship, cpr, name },
    details: fromContactColumns(contact),
    verifiedEmails: verifiedEmailsOf(guardian, rows),
    paper: paperOf(guardian, rows),
  })

/**
 * The guardian who is registered for a borrower; undefined when there is none. From the 18th birthday until the guardianship
 * ends it is registered and does not answer for the borrower: see `guardianOnDay`.
 */
export const registeredGuardianOf =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): RegisteredGuardian | undefined =>
    rows.find(guardiansTable, { where: { borrower }, orderBy: ['guardian'] }).map(toRegisteredGuardian(rows))[0]

/**
 * The guardian who answers for a borrower on a day; undefined when there is none, and from the 18th birthday of the borrower
 * on: from then on nothing new reaches the guardian.
 */
export const guardianOnDay =
  (policy: GuardianPolicy) =>
  (borrower: BorrowerId, day: Day) =>
  (rows: ReadModelRows): GuardianOnDay | undefined => {
    const registered = registeredGuardianOf(borrower)(rows)
    if (registered === undefined) return undefined
    const birthDate = identityOfBorrower(borrower)(rows)?.birthDate ?? null
    const { guardian, guardianship, name, details: contact, verifiedEmails } = registered
    return isMinorOn(policy)(birthDate)(day) ? { guardian, guardianship, name, contact, verifiedEmails } : undefined
  }

/** The guardian with a guardianship that has not ended; undefined when there is none. */
export const guardianOfGuardianship =
  (guardianship: GuardianshipId) =>
  (rows: ReadModelRows): RegisteredGuardian | undefined =>
    rows.find(guardiansTable, { where: { guardianship }, orderBy: ['guardian'] }).map(toRegisteredGuardian(rows))[0]

/** The guardianships, not ended, of the person with a CPR number. In the order of their ids, which are random. */
export const guardianshipsOfCpr =
  (cpr: string) =>
  (rows: ReadModelRows): ReadonlyArray<GuardianshipId> =>
    rows
      .find(guardiansTable, { where: { cprIndex: cpr }, orderBy: ['guardianship'] })
      .map(({ guardianship }) => guardianship)
