import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { canonicalJson } from '../event/canonical-json'
import type { PaidPriceOfLostCopy } from '../ports/decision-queries'
import { paymentReceiptValidUntil, type Receipt } from '../receipt/receipt'
import type { FeeId } from '../values/ids'
import { monthOf } from '../values/month'
import { receiptIdOfFee } from './receipt-ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A receipt as it is given: what it says, and the signed text that is presented later. */
export interface IssuedPaymentReceipt extends Pick<Receipt, 'copy' | 'price' | 'validUntil'> {
  readonly text: string
}

const signReceipt =
  (dependencies: UseCaseDependencies) =>
  ({
    fee,
    copy,
    price,
    reimbursements,
    paidIn,
  }: PaidPriceOfLostCopy): TE.TaskEither<InfrastructureError, ReadonlyArray<IssuedPaymentReceipt>> =>
    pipe(
      receiptIdOfFee(dependencies)(fee, reimbursements),
      TE.chain((receipt): TE.TaskEither<InfrastructureError, ReadonlyArray<IssuedPaymentReceipt>> => {
        if (receipt === undefined) return TE.right([])
        const { receiptSigner, commandHandling } = dependencies
        const month = paidIn ?? monthOf(commandHandling.clock.today())
        const validUntil = paymentReceiptValidUntil(month)
        const statement: Receipt = {
          ...{ format: 'glemsom receipt 1', library: receiptSigner.library },
          ...{ receipt, copy, price, paidIn: month, validUntil },
        }
        return pipe(
          receiptSigner.sign(canonicalJson(statement)),
          TE.map((text) => [{ copy, price, validUntil, text }]),
        )
      }),
    )

/**
 * The receipts for the compensations among these fees, each for the part of the price that was not given back. Asked
 * again, it gives the same receipts, as long as the fees are not erased. It writes nothing.
 */
export const issueCompensationReceipts =
  (dependencies: UseCaseDependencies) =>
  (fees: ReadonlyArray<FeeId>): TE.TaskEither<InfrastructureError, ReadonlyArray<IssuedPaymentReceipt>> =>
    pipe(
      dependencies.decisionQueries.pricesIn(fees),
      TE.chainW(TE.traverseSeqArray(signReceipt(dependencies))),
      TE.map(RA.flatten),
    )
