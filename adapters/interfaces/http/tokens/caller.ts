import * as t from 'io-ts'
import type { BorrowerId } from '../../../../domain/values/ids'

/** The roles that a token can name. */
export const CallerRole = t.keyof({ borrower: null, staff: null, machine: null, auditor: null, administrator: null })
export type CallerRole = t.TypeOf<typeof CallerRole>

/**
 * The caller of a request. The subject of a borrower is the borrower's id. On routes for anyone the caller is not
 * known.
 */
export type HttpCaller =
  | { readonly role: 'anyone' }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }
  | { readonly role: Exclude<CallerRole, 'borrower'>; readonly subject: string }

export const anonymousCaller: HttpCaller = { role: 'anyone' }
