import { correctedReturnCorrectsFee } from './corrected-return-corrects-fee'
import { foundCopyCancelsCompensation } from './found-copy-cancels-compensation'
import { lateRenewalLeviesFee } from './late-renewal-levies-fee'
import { lateReturnLeviesFee } from './late-return-levies-fee'
import { lostCopyLeviesCompensation } from './lost-copy-levies-compensation'
import { paymentPaysFees } from './payment-pays-fees'
import type { Reaction } from './reaction'

/** The reactions that levy, join, cancel and pay fees. */
export const feeReactions: ReadonlyArray<Reaction> = [
  lateReturnLeviesFee,
  correctedReturnCorrectsFee,
  lateRenewalLeviesFee,
  lostCopyLeviesCompensation,
  foundCopyCancelsCompensation,
  paymentPaysFees,
]
