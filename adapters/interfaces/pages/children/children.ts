import type { Ore } from '../../../../domain/values/ore'
import type { ShownFee } from '../balance/balance'
import type { PaymentUnderWay } from '../payment/payments-under-way'
import type { ShownContact } from '../contact/contact-details'

/** A child as its guardian sees it. Amounts are in øre. */
export interface ShownChild {
  readonly guardianship: string
  readonly name: string
  readonly owed: Ore
  readonly fees: ReadonlyArray<ShownFee>
  readonly paymentsUnderWay: ReadonlyArray<PaymentUnderWay>
  /** How the library reaches the guardian about this child. */
  readonly contact: ShownContact
  readonly verifiedEmails: ReadonlyArray<string>
  /** The ETag under which the contact details were read. */
  readonly etag: string
}

/** What the page of a guardian shows. */
export interface ChildrenOfGuardian {
  readonly all: ReadonlyArray<ShownChild>
  /** Whether there are more children, which the page cannot show. */
  readonly hasMore: boolean
}
