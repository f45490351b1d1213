import { findFirstRow } from '../../../projections/read-model/read-model-rows'
import { offlineLoanCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import type { LoanId } from '../../../domain/values/ids'
import type { Step } from './loans-in-time'
import { readRows, type Week } from './week'

type Lent = Extract<Step, { type: 'lent' }>

/**
 * Whether the copy was lent when it was on loan, or lent again before it came back, by a loan that arrived earlier than
 * this one. The steps are in the order of their arrival.
 */
const overlapsEarlier = (steps: ReadonlyArray<Step>, lent: Lent): boolean => {
  const ofCopy = steps
    .filter((step) => step.copy === lent.copy && step.type !== 'renewed')
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const index = ofCopy.findIndex((step) => step.type === 'lent' && step.loan === lent.loan)
  return [ofCopy[index - 1], ofCopy[index + 1]].some(
    (step) => step?.type === 'lent' && steps.indexOf(step) < steps.indexOf(lent),
  )
}

const reasonsThatEnd: ReadonlyArray<string | undefined> = ['copyOnLoan', 'copyLost']

/** The open cases that a step which arrives now shows to be none: the copy came back, or was lent, between two loans. */
export const dissolvedCasesOf = async (week: Week, step: Step): Promise<ReadonlyArray<string>> => {
  if (step.type === 'renewed') return []
  const rows = await readRows(week)
  const isOnlyAgainstLoans = (loan: LoanId | undefined): boolean => {
    const cases = [...week.openCases].filter((key) => key.startsWith(`${String(loan)} `))
    const row = loan && findFirstRow(rows, offlineLoanCasesTable, { where: { loan, act: 'loan' } })
    return cases.length === 1 && reasonsThatEnd.includes(row?.against)
  }
  return week.arrived
    .filter((one): one is Lent => one.type === 'lent' && one.copy === step.copy)
    .filter((one) => isOnlyAgainstLoans(week.loanIds.get(one.loan)))
    .filter((one) => overlapsEarlier(week.arrived, one) && !overlapsEarlier([...week.arrived, step], one))
    .map((one) => `${String(week.loanIds.get(one.loan))} loan`)
}
