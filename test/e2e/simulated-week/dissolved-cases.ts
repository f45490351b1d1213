import { findFirstRow } from '../../../projections/read-model/read-model-rows'
import { loanCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import type { LoanId } from '../../../domain/values/ids'
import type { Step } from './loans-in-time'
import { readRows, type Week } from './week'

type Lent = Extract<Step, { type: 'lent' }>

/** Whether the copy was lent when it was on loan, or lent again before it came back, by these steps. */
const overlapsAnother = (steps: ReadonlyArray<Step>, { copy, loan }: Lent): boolean => {
  const ofCopy = steps
    .filter((step) => step.copy === copy && step.type !== 'renewed')
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const index = ofCopy.findIndex((step) => step.type === 'lent' && step.loan === loan)
  return ofCopy[index - 1]?.type === 'lent' || ofCopy[index + 1]?.type === 'lent'
}

/** The open cases that a return which arrives now shows to be none: the copy came back between two loans. */
export const dissolvedCasesOf = async (week: Week, step: Step): Promise<ReadonlyArray<string>> => {
  if (step.type !== 'returned') return []
  const rows = await readRows(week)
  const isOnlyAgainstLoan = (loan: LoanId | undefined): boolean => {
    const cases = [...week.openCases].filter((key) => key.startsWith(`${String(loan)} `))
    const row = loan && findFirstRow(rows, loanCasesTable, { where: { loan, act: 'loan' } })
    return cases.length === 1 && row?.against === 'copyOnLoan'
  }
  return week.arrived
    .filter((one): one is Lent => one.type === 'lent' && one.copy === step.copy)
    .filter((one) => isOnlyAgainstLoan(week.loanIds.get(one.loan)))
    .filter((one) => overlapsAnother(week.arrived, one) && !overlapsAnother([...week.arrived, step], one))
    .map((one) => `${String(week.loanIds.get(one.loan))} loan`)
}
