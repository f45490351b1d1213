import { changeUnsettledFee } from '../../../domain/use-cases/change-unsettled-fee'
import { correctSettledFee } from '../../../domain/use-cases/correct-settled-fee'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { dayOf } from '../../../domain/values/instant'
import { oreFromKroner, sumOfOre } from '../../../domain/values/ore'
import { feesOfBorrower, unsettledFeesOfBorrower } from '../../../projections/fees/fee-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoStepOrThrow } from './demo-step-or-throw'
import { idOf, now } from './example-steps'

/** Pays all that a borrower owes. */
export const pay = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOf(library, of)
  const owed = unsettledFeesOfBorrower(borrower)(library.rows)
  const request = {
    ...{ ...now(library), borrower, order: `demo-${of.card}` },
    fees: owed.map(({ fee }) => fee),
    amount: sumOfOre(owed.map(({ amount }) => amount)),
  }
  demoStepOrThrow(await payFees(library.useCaseDependencies)(request)())
}

/** Writes off all that a borrower owes. */
export const writeOff = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOf(library, of)
  const metadata = now(library)
  const decision = { type: 'WriteOffFee', reason: 'Kan ikke inddrives', role: 'staff', on: dayOf(metadata.at) } as const
  for (const { fee } of unsettledFeesOfBorrower(borrower)(library.rows))
    demoStepOrThrow(await changeUnsettledFee(library.useCaseDependencies)(borrower, metadata)({ ...decision, fee })())
}

/** Gives back a part of each fee that a borrower paid. */
export const reimburse = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOf(library, of)
  const decision = { type: 'ReimburseFee', amount: oreFromKroner(5), reason: 'Sygdom', role: 'staff' } as const
  for (const { fee } of feesOfBorrower(borrower)(library.rows))
    demoStepOrThrow(
      await correctSettledFee(library.useCaseDependencies)({ ...now(library), ...decision, borrower, fee })(),
    )
}
