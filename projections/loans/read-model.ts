import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { loans } from './rows'

/** Loans now and in the last 30 days: what a borrower holds, who has a copy, and the overdue list. */
export const loansModel: ReadModel = { name: 'loans', version: 1, tables: [loans], folds }
