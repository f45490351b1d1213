import { changeUnsettledFee } from '../../../domain/use-cases/change-unsettled-fee'
import { correctSettledFee } from '../../../domain/use-cases/correct-settled-fee'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { dayOf } from '../../../domain/values/instant'
import { oreFromKroner, sumOfOre } from '../../../domain/values/ore'
import { feesOfBorrower, unsettledFeesOfBorrower } from '../../../projections/fees/fee-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoStepOrThrow } from './demo-step-or-throw'
import { idOfDemoBorrower, demoCommandMetadata } from './run-use-cases-in-demo'

type FeeRow = ReturnType<ReturnType<typeof unsettledFeesOfBorrower>>[number]

const payThese = async (library: RunningLibrary, of: DemoBorrower, owed: ReadonlyArray<FeeRow>): Promise<void> => {
  if (owed.length === 0) return
  const request = {
    ...{
      ...demoCommandMetadata(library),
      borrower: idOfDemoBorrower(library, of),
      order: `demo-${owed.map(({ fee }) => fee).join('-')}`,
    },
    fees: owed.map(({ fee }) => fee),
    amount: sumOfOre(owed.map(({ amount }) => amount)),
  }
  demoStepOrThrow(await payFees(library.useCaseDependencies)(request)())
}

const feesOwed = (library: RunningLibrary, of: DemoBorrower): ReadonlyArray<FeeRow> =>
  unsettledFeesOfBorrower(idOfDemoBorrower(library, of))(library.rows)

/** Pays all that a borrower owes. */
export const payFeesOfDemoBorrower = (library: RunningLibrary, of: DemoBorrower): Promise<void> =>
  payThese(library, of, feesOwed(library, of))

/** Pays the first fee of a kind that a borrower owes. */
export const payFirstFeeOfDemoBorrower =
  (kind: FeeRow['kind']) =>
  (library: RunningLibrary, of: DemoBorrower): Promise<void> =>
    payThese(
      library,
      of,
      feesOwed(library, of)
        .filter((fee) => fee.kind === kind)
        .slice(0, 1),
    )

/** Writes off the first fee that a borrower owes. */
export const writeOffFirstFee = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const metadata = demoCommandMetadata(library)
  const decision = { type: 'WriteOffFee', reason: 'Kan ikke inddrives', role: 'staff', on: dayOf(metadata.at) } as const
  for (const { fee } of feesOwed(library, of).slice(0, 1))
    demoStepOrThrow(
      await changeUnsettledFee(library.useCaseDependencies)(idOfDemoBorrower(library, of), metadata)({
        ...decision,
        fee,
      })(),
    )
}

/** Gives back a part of each fee that a borrower has paid. */
export const reimburseFeesOfDemoBorrower = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOfDemoBorrower(library, of)
  const decision = { type: 'ReimburseFee', amount: oreFromKroner(5), reason: 'Sygdom', role: 'staff' } as const
  for (const { fee, settledOn } of feesOfBorrower(borrower)(library.rows))
    if (settledOn !== null)
      demoStepOrThrow(
        await correctSettledFee(library.useCaseDependencies)({
          ...demoCommandMetadata(library),
          ...decision,
          borrower,
          fee,
        })(),
      )
}
