import { addDays } from '../../../domain/values/day'
import type { BorrowerId, FeeId } from '../../../domain/values/ids'
import { dayOf, subtractMilliseconds, lastInstantOfDay, type Instant } from '../../../domain/values/instant'
import { copyById } from '../../../projections/copies/copy-queries'
import { feeItemsTable, feesTable } from '../../../projections/fees/fee-tables'
import { loansTable, type LoanRow } from '../../../projections/loans/loans-table'
import { queueForTitle } from '../../../projections/queue/reservation-queries'
import { findFirstRow, type ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { loansInTime, type Step } from './loans-in-time'
import { readRows, type Week } from './week'

type Lent = Extract<Step, { type: 'lent' }>
type Renewed = Extract<Step, { type: 'renewed' }>

/** A contradiction between a step that arrives and what the library was told before. */
export interface ExpectedCase {
  readonly loan: number
  readonly act: 'loan' | 'return' | 'renewal'
  /** Whether the loan stays as the library had it: the renewal comes after a late end. */
  readonly isLoanInDoubt: boolean
  /** Whether a fee stays as it was levied: the renewal comes after a late end, or the fee is paid or shared. */
  readonly isFeeInDoubt: boolean
}

const debtLimit = 20_000

/** Loans and returns of the copy of a step that have arrived: the last before it, and the first after it. */
const neighboursOf = ({ arrived }: Week, { copy, at }: Step) => {
  const others = arrived
    .filter((step) => step.copy === copy && step.type !== 'renewed')
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return { before: others.findLast((step) => step.at < at), after: others.find((step) => step.at > at) }
}

const rowOf = ({ loanIds }: Week, rows: ReadModelRows, number: number): LoanRow | undefined => {
  const loan = loanIds.get(number)
  return loan === undefined ? undefined : findFirstRow(rows, loansTable, { where: { loan } })
}

/** The due day of a loan at a moment, by the steps that have arrived. */
const dueAt = (
  { arrived }: Week,
  { copy, loan }: { readonly copy: Step['copy']; readonly loan: number },
  at: Instant,
) =>
  loansInTime(
    arrived.filter((step) => step.copy === copy && step.at <= at),
    at,
  ).find((one) => one.loan === loan)?.dueOn ?? ''

/** When the library has a loan end: at its bill, or with the next step of its copy. */
const endOf = (row: LoanRow | undefined, next: Step | undefined): Instant | undefined =>
  row?.endedOn === undefined || row.endedOn === null
    ? undefined
    : row.end === 'billed'
      ? lastInstantOfDay(row.endedOn)
      : (next?.at ?? lastInstantOfDay(row.endedOn))

/** Whether the fee for the late end of a loan can be corrected: it is unsettled, and for the copy of the loan alone. */
const isFeeCorrected = (rows: ReadModelRows, { borrower, copy, lentOn, endedOn }: LoanRow): boolean => {
  const where = { borrower, lentOn, kind: 'lateness', settledOn: null } as const
  const [fee, ...others] = rows.find(feesTable, { where }).filter(({ occasion }) => occasion === endedOn)
  const items = fee === undefined ? [] : rows.find(feeItemsTable, { where: { fee: fee.fee } })
  return others.length === 0 && items.length === 1 && items[0]?.copy === copy
}

/**
 * Whether the fees for the lateness of a loan are those of its steps again once a renewal has arrived: none of them is
 * settled or shared with other copies, and the copy was not billed as lost.
 */
const areFeesCorrected = (rows: ReadModelRows, { borrower, copy, at }: Lent, row: LoanRow | undefined): boolean => {
  const where = { borrower, lentOn: dayOf(at), kind: 'lateness' } as const
  const fees = rows.find(feesTable, { where }).filter(({ ending }) => ending !== 'cancelled')
  const isForCopyAlone = (fee: FeeId): boolean =>
    rows.find(feeItemsTable, { where: { fee } }).every((item) => item.copy === copy)
  return row?.end !== 'billed' && fees.every(({ fee, settledOn }) => settledOn === null && isForCopyAlone(fee))
}

/** A step that ends the loan before it earlier than the library had it end, when that was late. */
const caseOfEarlierEnd = (week: Week, rows: ReadModelRows, step: Step): ReadonlyArray<ExpectedCase> => {
  const { before, after } = neighboursOf(week, step)
  if (before?.type !== 'lent') return []
  const row = rowOf(week, rows, before.loan)
  const end = endOf(row, after)
  if (row === undefined || end === undefined || end <= step.at || dayOf(end) <= dueAt(week, before, step.at)) return []
  const isFeeInDoubt = dayOf(end) !== dayOf(step.at) && !isFeeCorrected(rows, row)
  return [{ loan: before.loan, act: 'return', isLoanInDoubt: false, isFeeInDoubt }]
}

const isBarred = async ({ library, blocked }: Week, borrower: BorrowerId): Promise<boolean> => {
  const standing = rightOrThrow(await library.useCaseDependencies.decisionQueries.standing(borrower)())
  return blocked.has(borrower) || (standing?.owed ?? 0) >= debtLimit
}

const isCopyTaken = (week: Week, rows: ReadModelRows, step: Lent): boolean => {
  const { before, after } = neighboursOf(week, step)
  if (after !== undefined) return before?.type === 'lent' || after.type === 'lent'
  const status = copyById(step.copy)(rows)?.status
  return status === 'onLoan' || status === 'lost' || status === 'withdrawn'
}

const casesOfLoan = async (week: Week, rows: ReadModelRows, step: Lent): Promise<ReadonlyArray<ExpectedCase>> => {
  const isAgainst = isCopyTaken(week, rows, step) || (await isBarred(week, step.borrower))
  return isAgainst ? [{ loan: step.loan, act: 'loan', isLoanInDoubt: false, isFeeInDoubt: false }] : []
}

/** The later renewals and the end of the loan of a renewal, as far as they have arrived. */
const laterMoments = ({ arrived }: Week, { loan, at }: Renewed, end: Instant | undefined): ReadonlyArray<Instant> => [
  ...arrived
    .filter((one) => one.type === 'renewed' && one.loan === loan && one.at > at && (end === undefined || one.at <= end))
    .map((one) => one.at),
  ...(end !== undefined && end > at ? [end] : []),
]

const casesOfRenewal = async (week: Week, rows: ReadModelRows, step: Renewed): Promise<ReadonlyArray<ExpectedCase>> => {
  const { arrived, titleOf } = week
  const lent = arrived.find((one): one is Lent => one.type === 'lent' && one.loan === step.loan)
  if (lent === undefined) throw new Error('a renewal arrived before its loan')
  const end = endOf(rowOf(week, rows, step.loan), neighboursOf(week, lent).after)
  const dueOn = dueAt(week, lent, step.at)
  const title = titleOf.get(step.copy)
  const others = title === undefined ? [] : queueForTitle(title)(rows).filter((row) => row.borrower !== lent.borrower)
  const renewals = arrived.filter((one) => one.type === 'renewed' && one.loan === step.loan).length
  const isEnded = end !== undefined && end < step.at
  const isCountedAsLate = laterMoments(week, step, end).some(
    (at) => dayOf(at) > dueAt(week, lent, subtractMilliseconds(1)(at)),
  )
  const isDenied =
    others.length > 0 || renewals >= 3 || addDays(7)(dayOf(step.at)) < dueOn || (await isBarred(week, lent.borrower))
  const isInDoubt = isEnded || isCountedAsLate
  const isFeeInDoubt = isInDoubt && !areFeesCorrected(rows, lent, rowOf(week, rows, step.loan))
  return isInDoubt || isDenied ? [{ loan: step.loan, act: 'renewal', isLoanInDoubt: isInDoubt, isFeeInDoubt }] : []
}

/** What staff must be shown when a step of a machine that was offline arrives now. */
export const expectedCasesOf = async (week: Week, step: Step): Promise<ReadonlyArray<ExpectedCase>> => {
  const rows = await readRows(week)
  if (step.type === 'renewed') return casesOfRenewal(week, rows, step)
  const earlierEnd = caseOfEarlierEnd(week, rows, step)
  return step.type === 'lent' ? [...earlierEnd, ...(await casesOfLoan(week, rows, step))] : earlierEnd
}
