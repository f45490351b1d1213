import type { ScopeClass } from '../../domain/event/scope-class'
import { block } from './block'
import { borrower } from './borrower'
import { card } from './card'
import { contact } from './contact'
import type { DeletionClass } from './deletion-class'
import { fee } from './fee'
import { idempotency } from './idempotency'
import { importClass } from './import-class'
import { loan } from './loan'
import { payment } from './payment'
import { defaultPeriods, type Periods } from './periods'
import { reservation } from './reservation'
import { setAside } from './set-aside'
import { statistics } from './statistics'

/** The table of deletion classes: a row for each class of scopes. */
export type DeletionClasses = { readonly [C in ScopeClass]: DeletionClass }

/** The table under the periods that a municipality has set. */
export const deletionClassesUnder = (periods: Periods): DeletionClasses => ({
  borrower: borrower(periods),
  contact: contact(periods),
  card: card(periods),
  block: block(periods),
  loan: loan(periods),
  reservation: reservation(periods),
  setAside: setAside(periods),
  fee: fee(periods),
  payment: payment(periods),
  statistics: statistics(periods),
  idempotency: idempotency(periods),
  import: importClass(periods),
})

export const deletionClasses: DeletionClasses = deletionClassesUnder(defaultPeriods)
