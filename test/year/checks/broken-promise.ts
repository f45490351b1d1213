import type { KindOfDataName } from '../../../retention/promises/kinds-of-data'
import type { ScopeClass } from '../../../domain/event/scope-class'

/** What a check guards: a row of the promises table, or one of the other promises of the library. */
export type PromiseName =
  | KindOfDataName
  | 'nobody but the library decides when a key goes'
  | 'queue in order'
  | 'one borrower a copy'
  | 'balance is the sum of the fees'
  | 'each due message once, and no other'
  | 'estates of those who died'
  | 'an erased borrower leaves nothing'
  | 'rebuilt read models are the same'
  | 'certificates for exactly what went'
  | 'the completeness proof finds nothing'
  | 'no overdue erasure'
  | 'no alarm'
  | 'a repeat is recognised for 14 days'

/** A promise that does not hold, and in which way. `about` is an id or a file, never a personal value. */
export interface BrokenPromise {
  readonly promise: PromiseName
  readonly what: string
  readonly about: string
}

/** The row of the promises table that a class of scopes belongs to; of several, the first. */
export const promiseOfClass: Readonly<Record<ScopeClass, PromiseName>> = {
  borrower: 'borrowerNumber',
  identity: 'name',
  preference: 'homeBranch',
  contact: 'careOf',
  card: 'cards',
  pin: 'pin',
  block: 'block',
  absence: 'absencePeriod',
  note: 'noteToBorrower',
  guardian: 'guardian',
  history: 'loanHistory',
  loan: 'loans',
  reservation: 'reservations',
  parallelReservation: 'reservations',
  setAside: 'reservations',
  fee: 'outstandingBalance',
  payment: 'outstandingBalance',
  message: 'messages',
  messageCount: 'messageCounts',
  access: 'accesses',
  view: 'accesses',
  notice: 'notices',
  disclosure: 'disclosures',
  hold: 'legalHold',
  unmatched: 'offlineCases',
  footage: 'footage',
  viewing: 'videoViewings',
  statistics: 'statistics',
  idempotency: 'a repeat is recognised for 14 days',
  serverLog: 'serverLog',
  serverLogOpening: 'serverLogOpenings',
  import: 'nobody but the library decides when a key goes',
}

export const broken = (promise: PromiseName, what: string, about: string): BrokenPromise => ({ promise, what, about })

/** One line for people. */
export const describeBroken = ({ promise, what, about }: BrokenPromise): string => `${promise}: ${what} (${about})`
