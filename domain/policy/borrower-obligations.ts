import { zeroOre, type Ore } from '../values/ore'
import type { BorrowerStanding } from './borrower-standing'

/** What a borrower still has, owes, or is owed: counts, and money in øre. */
export interface BorrowerObligations {
  readonly loans: number
  readonly reservations: number
  /** Copies set aside, sent or ready for the borrower. */
  readonly setAsides: number
  /** Payments that are made and whose fees are not all paid. */
  readonly unfinishedPayments: number
  /** Reimbursements that the library has not paid out. */
  readonly unpaidReimbursements: number
  /** Legal holds that stand on a record of the borrower and may not be told. */
  readonly legalHolds: number
  /** Legal holds of which the borrower is told. */
  readonly explainedLegalHolds: number
  readonly owed: Ore
}

/** A reason why a borrower cannot be erased yet. */
export type ErasureObstacle =
  | { readonly _tag: 'Loans'; readonly count: number }
  | { readonly _tag: 'Reservations'; readonly count: number }
  | { readonly _tag: 'SetAsides'; readonly count: number }
  | { readonly _tag: 'UnfinishedPayments'; readonly count: number }
  | { readonly _tag: 'UnpaidReimbursements'; readonly count: number }
  | { readonly _tag: 'LegalHolds'; readonly count: number }
  | { readonly _tag: 'ExplainedLegalHolds'; readonly count: number }
  | { readonly _tag: 'Owed'; readonly ore: Ore }

/** What borrowers and staff may know of what stands in the way: legal holds that may not be told are left out. */
export type ShownObstacle = Exclude<ErasureObstacle, { readonly _tag: 'LegalHolds' }>

export const isShownObstacle = (obstacle: ErasureObstacle): obstacle is ShownObstacle => obstacle._tag !== 'LegalHolds'

export const noObligations: BorrowerObligations = {
  loans: 0,
  reservations: 0,
  setAsides: 0,
  unfinishedPayments: 0,
  unpaidReimbursements: 0,
  legalHolds: 0,
  explainedLegalHolds: 0,
  owed: zeroOre,
}

/** The obligations of a borrower: from the standing, and the counts that the standing does not hold. */
export const obligationsOf =
  (
    countsBesides: Pick<
      BorrowerObligations,
      'setAsides' | 'unfinishedPayments' | 'unpaidReimbursements' | 'legalHolds' | 'explainedLegalHolds'
    >,
  ) =>
  (standing: BorrowerStanding): BorrowerObligations => ({
    loans: standing.loans.length,
    reservations: standing.reservations.length,
    owed: standing.owed,
    setAsides: countsBesides.setAsides,
    unfinishedPayments: countsBesides.unfinishedPayments,
    unpaidReimbursements: countsBesides.unpaidReimbursements,
    legalHolds: countsBesides.legalHolds,
    explainedLegalHolds: countsBesides.explainedLegalHolds,
  })

/** What prevents the erasure of a borrower: empty when everything is returned, paid and paid out, and nothing is held. */
export const erasureObstaclesOf = (obligations: BorrowerObligations): ReadonlyArray<ErasureObstacle> => [
  ...obstacleIfAny('Loans', obligations.loans),
  ...obstacleIfAny('Reservations', obligations.reservations),
  ...obstacleIfAny('SetAsides', obligations.setAsides),
  ...obstacleIfAny('UnfinishedPayments', obligations.unfinishedPayments),
  ...obstacleIfAny('UnpaidReimbursements', obligations.unpaidReimbursements),
  ...obstacleIfAny('LegalHolds', obligations.legalHolds),
  ...obstacleIfAny('ExplainedLegalHolds', obligations.explainedLegalHolds),
  ...(obligations.owed > 0 ? [{ _tag: 'Owed', ore: obligations.owed } as const] : []),
]

const obstacleIfAny = (
  _tag: Exclude<ErasureObstacle['_tag'], 'Owed'>,
  count: number,
): ReadonlyArray<ErasureObstacle> => (count > 0 ? [{ _tag, count }] : [])

/** The same obligations as if no legal hold stood. */
export const withoutLegalHolds = (obligations: BorrowerObligations): BorrowerObligations => ({
  ...obligations,
  legalHolds: 0,
  explainedLegalHolds: 0,
})
