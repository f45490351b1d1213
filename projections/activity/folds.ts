import { put, remove } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthLoans } from './rows'

export const folds: Folds = {
  LoanStarted: ({ open: { loan, statistics }, sealed: { statistics: part } }) =>
    part._tag === 'Erased' ? [] : [put(monthLoans)({ loan, statistics, ...part.value })],
  LoanUndone: ({ open: { loan } }) => [remove(monthLoans)({ loan })],
}
