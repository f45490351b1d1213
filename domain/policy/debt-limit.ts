import { oreFromKroner, type Ore } from '../values/ore'

/**
 * The debt that blocks a borrower. The comparison is part of the value, so that "200 or more" is written in one place.
 */
export interface DebtLimit {
  readonly comparison: 'at least' | 'more than'
  readonly amount: Ore
}

/** "Debt of 200 kr or more" blocks. */
export const defaultDebtLimit: DebtLimit = { comparison: 'at least', amount: oreFromKroner(200) }

/** Whether a debt (in øre) blocks the borrower. */
export const isOverDebtLimit =
  ({ comparison, amount }: DebtLimit) =>
  (owed: Ore): boolean =>
    comparison === 'at least' ? owed >= amount : owed > amount
