import { put, remove, set } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthRecorded } from '../kernel/recorded'
import { loans } from './rows'

export const folds: Folds = {
  LoanStarted: ({ at, open: { loan, copy, title, lentOn }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, dueOn, borrowerGroup, ageClass, name } = part.value
    const month = monthRecorded(at)
    return [
      put(loans)({
        loan,
        borrower,
        copy,
        title,
        name,
        borrowerGroup,
        ageClass,
        lentOn,
        dueOn,
        startedIn: month,
        lastActIn: month,
        endedOn: null,
        end: null,
      }),
    ]
  },
  LoanRenewed: ({ at, open: { loan }, sealed: { loan: part } }) =>
    part._tag === 'Erased' ? [] : [set(loans)({ loan }, { dueOn: part.value.dueOn, lastActIn: monthRecorded(at) })],
  LoanReturned: ({ at, open: { loan, returnedOn } }) => [
    set(loans)({ loan }, { endedOn: returnedOn, end: 'returned', lastActIn: monthRecorded(at) }),
  ],
  CopyBilledAsLost: ({ open: { loan, billedOn } }) => [set(loans)({ loan }, { endedOn: billedOn, end: 'billed' })],
  LoanUndone: ({ open: { loan } }) => [remove(loans)({ loan })],
}
