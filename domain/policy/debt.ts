import { kroner, type Ore } from '../values/ore'

/** How much a borrower may owe. The comparison is part of the value, so that "200 or more" stands in one place. */
export interface DebtLimit {
  readonly comparison: 'at least' | 'more than'
  readonly amount: Ore
}

/** "Debt of 200 kr or more" blocks. */
export const defaultDebtLimit: DebtLimit = { comparison: 'at least', amount: kroner(200) }

/** Whether what is owed (in øre) blocks. */
export const isOverDebtLimit =
  ({ comparison, amount }: DebtLimit) =>
  (owed: Ore): boolean =>
    comparison === 'at least' ? owed >= amount : owed > amount
