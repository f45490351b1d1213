import { oreFromKroner } from '../../../../../domain/values/ore'
import { exampleBorrowers } from '../../../../imports/demo/demo-records-for-examples'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

/** Examples of payments by the payment service: by the borrower, and by the guardian of a child. */
export const onlinePaymentRequestExamples = (ids: ExampleIds): RequestExamples => {
  const { withOwnToken, withGuardian } = exampleBorrowers
  const guardianship = ids.guardianship(withGuardian)
  return {
    startMyPayment: { body: { fees: [ids.feeToPayOnline(withOwnToken)] } },
    confirmMyPayment: { parameters: { payment: ids.startedPayment(withOwnToken) } },
    startPaymentByGuardian: { parameters: { guardianship }, body: { fees: [ids.feeToPayOnline(withGuardian)] } },
    confirmPaymentByGuardian: { parameters: { guardianship, payment: ids.startedPayment(withGuardian) } },
  }
}

/** Examples of commands to fees of the demo library. Each has a fee of its own. */
export const feeRequestExamples = (ids: ExampleIds, receipt: string): RequestExamples => {
  const { withFeeToPay, withFeeToReduce, withFeeToWriteOff, withFeeToCancel } = exampleBorrowers
  const { withWrittenOffFee, withPaidFee, withReimbursement } = exampleBorrowers
  const unpaid = ids.fee(withFeeToPay)
  const writtenOff = ids.writtenOffFee(withWrittenOffFee)
  const paid = ids.paidFee(withPaidFee)
  return {
    payFees: {
      parameters: { borrower: ids.borrower(withFeeToPay) },
      body: { order: 'till-2-0001', fees: [unpaid?.fee ?? ''], amount: unpaid?.amount ?? 0 },
    },
    reduceFee: {
      parameters: { fee: ids.fee(withFeeToReduce)?.fee ?? '' },
      body: { by: oreFromKroner(5), reason: 'Sygdom' },
    },
    requestCollectionNotice: { parameters: { fee: ids.fee(withFeeToReduce)?.fee ?? '' } },
    recallFromCollection: {
      parameters: { fee: ids.fee(withFeeToReduce)?.fee ?? '' },
      body: { reason: 'Aftale om betaling' },
    },
    confirmCollectionFile: { parameters: { file: ids.collectionFile(exampleBorrowers.withDebtInCollectionFile) } },
    renewDebt: { parameters: { fee: ids.fee(withFeeToReduce)?.fee ?? '' }, body: { reason: 'Erkendt gæld' } },
    writeOffFee: {
      parameters: { fee: ids.fee(withFeeToWriteOff)?.fee ?? '' },
      body: { reason: 'Kan ikke inddrives' },
    },
    reduceWriteOff: {
      parameters: { fee: writtenOff?.fee ?? '' },
      body: { amount: writtenOff?.writtenOff ?? 0, reason: 'Kan inddrives alligevel' },
    },
    cancelFee: { parameters: { fee: ids.fee(withFeeToCancel)?.fee ?? '' }, body: { reason: 'Afleveret til tiden' } },
    reimburseFee: {
      parameters: { fee: paid?.fee ?? '' },
      body: { amount: paid?.reimbursable ?? 0, reason: 'Sygdom' },
    },
    payOutReimbursement: {
      parameters: { reimbursement: ids.reimbursement(withReimbursement) },
      body: { order: 'till-2-0002' },
    },
    recordLetterPrinted: { parameters: { message: ids.letter() } },
    sendStatement: { parameters: { borrower: ids.borrower(withFeeToReduce) } },
    recordNoticePrinted: { parameters: { notice: ids.noticeLetter() } },
    payOutReceipt: { body: { receipt, order: 'till-2-0003' } },
  }
}
