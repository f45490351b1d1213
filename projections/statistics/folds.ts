import type { Day } from '../../domain/values/day'
import type { BranchId, TitleId } from '../../domain/values/ids'
import { monthOf } from '../../domain/values/month'
import { add, put, type Change } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthRecorded } from '../kernel/recorded'
import { branchDays, feesLevied, publishedCells, scopesErased, titleMonths } from './rows'

const one =
  (what: 'loans' | 'undone' | 'returns' | 'bills' | 'found') =>
  (day: Day, { branch, title }: { readonly branch: BranchId; readonly title: TitleId }): ReadonlyArray<Change> => [
    add(branchDays)({ day, branch }, { [what]: 1 }),
    add(titleMonths)({ title, month: monthOf(day) }, { [what]: 1 }),
  ]
const [loan, undone, returned, bill, found] = [one('loans'), one('undone'), one('returns'), one('bills'), one('found')]

/** Open parts alone are counted. */
export const folds: Folds = {
  LoanStarted: ({ open }) => loan(open.lentOn, open),
  LoanUndone: ({ open }) => undone(open.undoneOn, open),
  LoanReturned: ({ open }) => returned(open.returnedOn, open),
  CopyBilledAsLost: ({ open }) => bill(open.billedOn, open),
  CopyFound: ({ open }) => found(open.foundOn, open),
  FeeLevied: ({ open: { kind, leviedOn } }) => [add(feesLevied)({ month: monthOf(leviedOn), kind }, { fees: 1 })],
  MonthCounted: ({ open: { month, cells } }) => cells.map((cell) => put(publishedCells)({ month, ...cell })),
  ErasureDue: ({ at, open: { scopes } }) => {
    const classes = new Map<(typeof scopes)[number]['class'], number>()
    for (const scope of scopes) classes.set(scope.class, (classes.get(scope.class) ?? 0) + 1)
    return [...classes].map(([name, amount]) =>
      add(scopesErased)({ month: monthRecorded(at), class: name }, { scopes: amount }),
    )
  },
}
