import { foundCopyOwesNothing } from './found-copy-owes-nothing'
import { lateReturnOwes } from './late-return-owes'
import { lostCopyOwes } from './lost-copy-owes'
import { paymentPaysFees } from './payment-pays-fees'
import type { Reaction } from './reaction'

/** What follows for fees: they are levied, joined, cancelled and paid. */
export const feeReactions: ReadonlyArray<Reaction> = [
  lateReturnOwes,
  lostCopyOwes,
  foundCopyOwesNothing,
  paymentPaysFees,
]
