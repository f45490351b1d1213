import * as t from 'io-ts'
import { FeeTransactionRole } from '../../../../../domain/fee/fee-transaction-role'
import { Day } from '../../../../../domain/values/day'
import { BranchId, CollectionFileId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { Ore } from '../../../../../domain/values/ore'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { FeeAnswer, ReimbursementAnswer } from '../borrowers/borrower-answer-codecs'
import { FeeTransactionType } from '../fees/read-fee-transactions-route'
import { legalHolds } from './held-hold-codecs'

const feeValue = personalValueCodec('fee')
const paymentValue = personalValueCodec('payment')

const HeldFeeTransaction = objectCodec(
  'HeldFeeTransaction',
  { type: feeValue(FeeTransactionType) },
  { amount: feeValue(Ore) },
)

const HeldFeeDisclosure = objectCodec('HeldFeeDisclosure', {
  month: Month,
  recipient: feeValue(t.string),
  basis: feeValue(t.string),
})

const HeldFee = objectCodec(
  'HeldFee',
  {
    ...FeeAnswer.required,
    leviedAmount: feeValue(Ore),
    lentOn: feeValue(Day),
    dueOn: feeValue(Day),
    occasion: feeValue(Day),
    paidIn: feeValue(nullableCodec(Month)),
    paidBy: feeValue(nullableCodec(PaymentId)),
    noticeRequestedOn: feeValue(nullableCodec(Day)),
    collectionFile: feeValue(nullableCodec(CollectionFileId)),
    transactions: listCodec(HeldFeeTransaction),
    disclosures: listCodec(HeldFeeDisclosure),
  },
  legalHolds,
)

const HeldReimbursement = objectCodec(
  'HeldReimbursement',
  {
    ...ReimbursementAnswer.required,
    order: feeValue(nullableCodec(t.string)),
    paidOutAtBranch: feeValue(nullableCodec(BranchId)),
  },
  legalHolds,
)

/** A payment of fees. */
export const HeldPayment = objectCodec(
  'HeldPayment',
  {
    payment: paymentValue(PaymentId),
    order: paymentValue(t.string),
    amount: paymentValue(Ore),
    startedOn: paymentValue(nullableCodec(Day)),
    paidOn: paymentValue(nullableCodec(Day)),
    madeIn: paymentValue(Month),
    completedOn: paymentValue(nullableCodec(Day)),
    paidAtBranch: paymentValue(nullableCodec(BranchId)),
    paidFees: paymentValue(listCodec(FeeId)),
    forgottenOn: paymentValue(nullableCodec(Day)),
  },
  legalHolds,
)

const HeldFeeDecision = objectCodec(
  'HeldFeeDecision',
  {
    fee: feeValue(FeeId),
    type: feeValue(FeeTransactionType),
    reason: feeValue(nullableCodec(t.string)),
    role: feeValue(nullableCodec(FeeTransactionRole)),
  },
  legalHolds,
)

/** Fees, payments and reimbursements, and the decisions of staff on fees. */
export const heldBalanceCodecs = {
  outstandingBalance: objectCodec('HeldBalance', {
    owed: feeValue(Ore),
    blockedSince: feeValue(nullableCodec(Day)),
    fees: listCodec(HeldFee),
    payments: listCodec(HeldPayment),
    reimbursements: listCodec(HeldReimbursement),
  }),
  feeDecisions: objectCodec('HeldFeeDecisions', { decisions: listCodec(HeldFeeDecision) }),
}
