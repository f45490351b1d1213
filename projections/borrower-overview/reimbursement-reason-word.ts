import type { ReimbursementReason } from '../../domain/fee/reimbursement-reason'

const words = {
  'copy found': 'copyFound',
  'paid too much': 'paidTooMuch',
  'decided by staff': 'decidedByStaff',
} as const satisfies Readonly<Record<ReimbursementReason, string>>

/** The word that answers have for why the library owes a reimbursement. */
export const reimbursementReasonWord = (reason: ReimbursementReason) => words[reason]
