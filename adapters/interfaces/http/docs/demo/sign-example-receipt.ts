import * as E from 'fp-ts/Either'
import { loadAggregate } from '../../../../../domain/command-handling/load-aggregate'
import { canonicalJson } from '../../../../../domain/event/canonical-json'
import { paymentReceiptAggregate } from '../../../../../domain/receipt/payment-receipt-aggregate'
import { paymentReceiptValidUntil, type Receipt } from '../../../../../domain/receipt/receipt'
import type { ReceiptId } from '../../../../../domain/values/ids'
import { copyById } from '../../../../../projections/copies/copy-queries'
import { exampleCopies, demoMonthOfForgottenPayment } from '../../../../imports/demo/demo-records-for-examples'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** An invented id: that of the receipt which was given cannot be derived again, because its bill is forgotten. */
const receipt = '0d0f6c1a-52b7-4e0b-8a55-3c9e7b1f6d24' as ReceiptId
const validUntil = paymentReceiptValidUntil(demoMonthOfForgottenPayment)

const isUsable = async ({ rows, useCaseDependencies }: RunningLibrary): Promise<boolean> => {
  const { commandHandling } = useCaseDependencies
  const { copy } = exampleCopies.foundAfterPayment
  if (commandHandling.clock.today() > validUntil || (copyById(copy)(rows)?.learnedFoundOn ?? null) === null)
    return false
  const loaded = await loadAggregate(commandHandling)(paymentReceiptAggregate)(receipt)()
  return E.isRight(loaded) && loaded.right.state._tag === 'Unspent'
}

/**
 * A receipt of the demo library for a copy that was found after its bill was paid and forgotten; '' when it is spent or
 * expired.
 */
export const signExampleReceipt = async (library: RunningLibrary): Promise<string> => {
  if (!(await isUsable(library))) return ''
  const { receiptSigner } = library.useCaseDependencies
  const { copy, price } = exampleCopies.foundAfterPayment
  const statement: Receipt = {
    ...{ format: 'glemsom receipt 1', library: receiptSigner.library, receipt, copy, price },
    ...{ paidIn: demoMonthOfForgottenPayment, validUntil },
  }
  const signed = await receiptSigner.sign(canonicalJson(statement))()
  return E.isRight(signed) ? signed.right : ''
}
