import { daysBetween, ageInYears, type Day } from '../../../domain/values/day'
import type { GroundTruth, TrueLoan } from './ground-truth'
import type { ExpectedFee } from './true-fees'

/** The maxima of the law in kroner, by days overdue: for adults, and for children under 14. */
const maxima = [
  { upTo: 7, adult: 20, child: 10 },
  { upTo: 14, adult: 60, child: 30 },
  { upTo: 30, adult: 120, child: 55 },
  { upTo: Infinity, adult: 230, child: 120 },
]

const øreOfKrone = 100

/** Whose birth date is unknown pays the fee of a child. */
export const ageClassOn = (birthDate: Day | null, day: Day): 'adult' | 'child' =>
  birthDate !== null && ageInYears(birthDate)(day) >= 14 ? 'adult' : 'child'

const paysFees = ({ group }: TrueLoan): boolean => group === 'adult' || group === 'child'

/** "One fee for each (original loan date, due date, return occasion), whatever the number of items." */
export const expectLatenessFee = (groundTruth: GroundTruth, loan: TrueLoan, dueOn: Day, on: Day): void => {
  const days = daysBetween(dueOn)(on)
  if (days < 1 || !paysFees(loan)) return
  const { borrower, copy, lentOn, ageClass } = loan
  const kroner = maxima.find(({ upTo }) => days <= upTo)?.[ageClass] ?? 0
  const occasion = [borrower, lentOn, dueOn, on].join()
  if (groundTruth.expectedFees.some((other) => other.kind === 'lateness' && other.occasion === occasion)) return
  groundTruth.expectedFees.push({ borrower, kind: 'lateness', amount: kroner * øreOfKrone, occasion, copy })
}

/** "Compensation: price and handling." In øre. */
export const expectCompensation = (groundTruth: GroundTruth, loan: TrueLoan, price: number, handling: number): void => {
  if (!paysFees(loan)) return
  const { borrower, copy } = loan
  groundTruth.expectedFees.push({ borrower, kind: 'compensation', amount: price + handling, occasion: '', copy })
}

/** Takes the expected fee that a levied one is; undefined when none was to be levied. */
export const takeExpectedFee = (
  { expectedFees }: GroundTruth,
  levied: Pick<ExpectedFee, 'borrower' | 'kind' | 'amount'>,
): ExpectedFee | undefined => {
  const at = expectedFees.findIndex(
    ({ borrower, kind, amount }) => borrower === levied.borrower && kind === levied.kind && amount === levied.amount,
  )
  return at === -1 ? undefined : expectedFees.splice(at, 1)[0]
}
