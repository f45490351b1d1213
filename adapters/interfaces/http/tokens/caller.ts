import * as t from 'io-ts'
import type { BorrowerId } from '../../../../domain/values/ids'

/** Who may be let in by a token. */
export const Role = t.keyof({ borrower: null, staff: null, machine: null, auditor: null, administrator: null })
export type Role = t.TypeOf<typeof Role>

/** Whoever asks. A borrower's subject is the borrower's id; nobody is known on the routes of the catalogue. */
export type Caller =
  | { readonly role: 'anyone' }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }
  | { readonly role: Exclude<Role, 'borrower'>; readonly subject: string }

export const anyone: Caller = { role: 'anyone' }
