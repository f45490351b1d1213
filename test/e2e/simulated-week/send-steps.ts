import * as E from 'fp-ts/Either'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { recordOfflineLoan } from '../../../domain/use-cases/record-offline-loan'
import { recordOfflineRenewal } from '../../../domain/use-cases/record-offline-renewal'
import { recordOfflineReturn } from '../../../domain/use-cases/record-offline-return'
import { renewLoan, type RenewLoanRequest } from '../../../domain/use-cases/renew-loan'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { dayOf } from '../../../domain/values/instant'
import { offlineLoanCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import { findFirstRow } from '../../../projections/read-model/read-model-rows'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { Step } from './loans-in-time'
import { dissolvedCasesOf } from './dissolved-cases'
import { expectedCasesOf } from './expected-cases'
import { dependsOnDayOfStaffAction } from './depends-on-day-of-staff-action'
import { count, keyedAt, readRows, type Machine, type MachineStep, type UnknownCardLoan, type Week } from './week'

const renewalOf = (week: Week, { copy, loan: number, at }: Extract<Step, { type: 'renewed' }>): RenewLoanRequest => {
  const [loan, title] = [week.loanIds.get(number), week.titleOf.get(copy)]
  const lent = week.arrived.find((step) => step.type === 'lent' && step.loan === number)
  if (loan === undefined || title === undefined || lent?.type !== 'lent') throw new Error('no such loan')
  return { copy, loan, title, borrower: lent.borrower, ...keyedAt(at) }
}

/** A step at a desk, or at a machine that is online. Answers whether the library did it. */
export const doNow = async (week: Week, step: Step): Promise<boolean> => {
  const { library, arrived, loanIds } = week
  const dependencies = library.useCaseDependencies
  const metadata = keyedAt(step.at)
  await readRows(week)
  if (step.type === 'returned') rightOrThrow(await returnCopy(dependencies)({ ...step, ...metadata })())
  else if (step.type === 'renewed') {
    if (E.isLeft(await renewLoan(dependencies)(renewalOf(week, step))())) return false
  } else {
    const lent = await lendCopy(dependencies)({ ...step, ...metadata })()
    if (E.isLeft(lent)) return false
    loanIds.set(step.loan, lent.right.loan)
  }
  arrived.push(step)
  count(week, `${step.type} now`)
  return true
}

/** Sends a step of a machine that was offline. It is never refused; a repeat answers the same, and adds nothing. */
const sendOnce = async (week: Week, step: Step) => {
  const dependencies = week.library.useCaseDependencies
  const metadata = keyedAt(step.at)
  if (step.type === 'returned') return rightOrThrow(await recordOfflineReturn(dependencies)({ ...step, ...metadata })())
  if (step.type === 'renewed') return rightOrThrow(await recordOfflineRenewal(dependencies)(renewalOf(week, step))())
  const recorded = rightOrThrow(
    await recordOfflineLoan(dependencies)({ ...step, ...metadata, presented: step.borrower })(),
  )
  if (!('loan' in recorded.outcome)) throw new Error('the loan of a registered borrower was not recorded')
  const { loan } = recorded.outcome
  const known = week.loanIds.get(step.loan)
  if (known !== undefined && known !== loan) throw new Error('a repeat made another loan')
  week.loanIds.set(step.loan, loan)
  return recorded
}

const sendAgain = async (week: Week, step: Step): Promise<void> => {
  const again = await sendOnce(week, step)
  count(week, 'sent again')
  if (!again.repeated) throw new Error(`${step.type} at ${step.at} was done twice`)
}

const sendStep = async (week: Week, step: Step): Promise<void> => {
  const cases = await expectedCasesOf(week, step)
  const dissolved = await dissolvedCasesOf(week, step)
  await sendOnce(week, step)
  for (const key of dissolved) week.openCases.delete(key)
  week.arrived.push(step)
  count(week, `${step.type} later`)
  for (const { loan: number, act: kind, isLoanInDoubt, isFeeInDoubt } of cases) {
    const loan = week.loanIds.get(number)
    const row = loan && findFirstRow(await readRows(week), offlineLoanCasesTable, { where: { loan, act: kind } })
    if (row === undefined || !dependsOnDayOfStaffAction(row.against)) week.openCases.add(`${String(loan)} ${kind}`)
    count(week, `case of a ${kind}`)
    const lent = week.arrived.find((one) => one.type === 'lent' && one.loan === number)
    if (isLoanInDoubt) week.loansInDoubt.add(String(week.loanIds.get(number)))
    if (isFeeInDoubt && lent?.type === 'lent') week.feesInDoubt.add(`${lent.borrower} ${dayOf(lent.at)}`)
  }
}

const sendUnknownCard = async (week: Week, { copy, branch, at }: UnknownCardLoan): Promise<void> => {
  const request = { copy, branch, borrower: undefined, presented: 'K-0000', ...keyedAt(at) }
  const { outcome } = rightOrThrow(await recordOfflineLoan(week.library.useCaseDependencies)(request)())
  if (!('unmatched' in outcome)) throw new Error('the loan of an unknown card was recorded')
  week.openCases.add(outcome.unmatched)
  count(week, 'unknown card')
}

/** A random order, in which each renewal of a loan comes after the loan: it names it. */
const inRandomOrder = ({ random }: Week, steps: ReadonlyArray<MachineStep>): ReadonlyArray<MachineStep> =>
  steps
    .map((step) => ({ step, place: random.fraction() + (step.type === 'renewed' ? 1 : 0) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ step }) => step)

/** A machine is online again: what it did arrives, in random order, sometimes twice. */
export const comeBack = async (week: Week, machine: Machine): Promise<void> => {
  machine.isOnline = true
  const sent: Step[] = []
  for (const step of inRandomOrder(week, machine.unsent.splice(0))) {
    if (step.type === 'unknownCard') {
      await sendUnknownCard(week, step)
      continue
    }
    await sendStep(week, step)
    sent.push(step)
    const again = week.random.withProbability(0.2) ? week.random.pickOne(sent) : undefined
    if (again !== undefined) await sendAgain(week, again)
  }
}

/** A step at a machine: now, or kept until it is online again. Answers whether it happened. */
export const doAtMachine = async (week: Week, machine: Machine, step: Step): Promise<boolean> => {
  if (machine.isOnline) return doNow(week, step)
  machine.unsent.push(step)
  return true
}
