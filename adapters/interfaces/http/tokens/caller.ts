import * as t from 'io-ts'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'

/** The roles that a token can name. */
export const CallerRole = t.keyof({
  borrower: null,
  guardian: null,
  staff: null,
  machine: null,
  auditor: null,
  administrator: null,
})
export type CallerRole = t.TypeOf<typeof CallerRole>

/** Somebody who answers for children. The subject is theirs at the issuer, and says nothing here. */
interface GuardianCaller {
  readonly role: 'guardian'
  readonly subject: string
  /** One for each child, as the issuer knows them. One that has ended gives access to nothing. */
  readonly guardianships: ReadonlyArray<GuardianshipId>
}

/**
 * The caller of a request. The subject of a borrower is the borrower's id. On routes for anyone the caller is not
 * known.
 */
export type HttpCaller =
  | { readonly role: 'anyone' }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }
  | GuardianCaller
  | { readonly role: Exclude<CallerRole, 'borrower' | 'guardian'>; readonly subject: string }

export const anonymousCaller: HttpCaller = { role: 'anyone' }
