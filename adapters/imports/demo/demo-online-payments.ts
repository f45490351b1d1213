import { startPayment } from '../../../domain/use-cases/start-payment'
import { unsettledFeesOfBorrower } from '../../../projections/fees/fee-queries'
import { startedPaymentsOfBorrower } from '../../../projections/fees/payment-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers } from './demo-records-for-examples'
import { idOfDemoBorrower } from './run-use-cases-in-demo'

/** The stand-in leads nobody back. */
const demoReturnUrl = 'urn:glemsom:stand-in-payment'

const startPaymentOfLastFee = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOfDemoBorrower(library, of)
  if (startedPaymentsOfBorrower(borrower)(library.rows).length > 0) return
  const fees = unsettledFeesOfBorrower(borrower)(library.rows).map(({ fee }) => fee)
  if (fees.length < 2) return
  const request = { borrower, fees: fees.slice(-1), returnUrl: demoReturnUrl }
  demoStepOrThrow(await startPayment(library.useCaseDependencies)(request)())
}

/** Of two fees the borrower, and the guardian of a child, have begun to pay one by the payment service. */
export const startDemoPayments = async (library: RunningLibrary): Promise<void> => {
  for (const borrower of [exampleBorrowers.withOwnToken, exampleBorrowers.withGuardian])
    await startPaymentOfLastFee(library, borrower)
}
