import type { FeeEvent } from '../../../domain/fee/fee-event'
import { changeUnsettledFee, type UnsettledFeeChange } from '../../../domain/use-cases/change-unsettled-fee'
import { correctSettledFee } from '../../../domain/use-cases/correct-settled-fee'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { payOutReimbursement } from '../../../domain/use-cases/pay-out-reimbursement'
import type { Ore } from '../../../domain/values/ore'
import { thirtyDaysAfter } from '../ground-truth/end-days'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import type { TrueFee, TrueReimbursement } from '../ground-truth/true-fees'
import { addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { attempt, metadataIn, nextNumber, noteUse, todayIn, type SimulatedYear } from '../simulated-year'
import { madeUpText } from './made-up-people'

export const unsettledFeesOf = (
  { groundTruth }: SimulatedYear,
  { id }: Pick<TrueBorrower, 'id'>,
): ReadonlyArray<TrueFee> =>
  [...groundTruth.fees.values()].filter(({ borrower, settledOn }) => borrower === id && settledOn === null)

/** "Deleted 30 days after it is settled." */
export const settleFee = (year: SimulatedYear, fee: TrueFee, ending: TrueFee['ending']): void => {
  fee.settledOn = todayIn(year)
  fee.ending = ending
  endScope(year.groundTruth, fee.fee, thirtyDaysAfter(fee.settledOn))
}

/** "No payment here meanwhile": the fees of a borrower that are not passed on for collection, or about to be. */
export const payableFeesOf: typeof unsettledFeesOf = (year, borrower) =>
  unsettledFeesOf(year, borrower).filter(({ collection }) => collection !== 'selected' && collection !== 'passedOn')

/** A borrower pays all that they owe. */
export const payAll = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const owed = payableFeesOf(year, borrower)
  if (owed.length === 0) return
  const today = todayIn(year)
  const order = madeUpText('ordre', nextNumber(year))
  const amount = owed.reduce((sum, fee) => sum + fee.amount, 0)
  const fees = owed.map(({ fee }) => fee)
  const request = { borrower: borrower.id, order, fees, amount: amount as Ore, ...metadataIn(year) }
  const paid = await attempt(year, 'paid', payFees(year.library.useCaseDependencies)(request))
  if (paid === undefined) return
  addScopesOfEvents(year.groundTruth, borrower.id, paid.events, {
    payment: [{ text: order, kind: 'outstandingBalance' }],
  })
  endScope(year.groundTruth, paid.payment, thirtyDaysAfter(today))
  year.groundTruth.payments.set(paid.payment, {
    payment: paid.payment,
    borrower: borrower.id,
    order,
    amount,
    paidOn: today,
  })
  for (const fee of owed) settleFee(year, fee, 'paid')
  noteUse(year, borrower.id)
  await year.library.useCaseDependencies.waitForReactions()
}

const half = (amount: number): Ore => Math.floor(amount / 2) as Ore

/** Staff reduce, write off or cancel a fee, and say why. */
export const decideOnFee = async (year: SimulatedYear, fee: TrueFee): Promise<void> => {
  const on = todayIn(year)
  const decision = { fee: fee.fee, reason: madeUpText('Gebyr', nextNumber(year)), role: 'staff', on } as const
  const commands: ReadonlyArray<readonly [string, UnsettledFeeChange]> = [
    ['fee reduced', { type: 'ReduceFee', by: half(fee.amount), ...decision }],
    ['fee written off', { type: 'WriteOffFee', ...decision }],
    ['fee cancelled', { type: 'CancelFee', because: 'mistake', ...decision }],
  ]
  const timesOf = ([kind]: (typeof commands)[number]): number => year.counts.get(kind) ?? 0
  const [kind, command] = [...commands].sort((one, other) => timesOf(one) - timesOf(other))[0]!
  const run = changeUnsettledFee(year.library.useCaseDependencies)(fee.borrower, metadataIn(year))
  if ((await attempt(year, kind, run(command))) === undefined) return
  year.groundTruth.scopes.set(fee.fee, withText(year, fee.fee, decision.reason))
  if (command.type === 'ReduceFee') fee.amount -= half(fee.amount)
  else settleFee(year, fee, command.type === 'WriteOffFee' ? 'writtenOff' : 'cancelled')
}

/** A scope with one more text in it. */
export const withText = ({ groundTruth }: SimulatedYear, fee: string, text: string) => {
  const scope = groundTruth.scopes.get(fee)!
  return { ...scope, texts: [...scope.texts, { text, kind: 'feeDecisions' } as const] }
}

/** What was written off is owed again, as a new fee; what was paid is given back. */
export const correctFee = async (year: SimulatedYear, fee: TrueFee): Promise<void> => {
  const { groundTruth, library } = year
  const isPaid = fee.ending === 'paid'
  const amount = half(fee.amount)
  const reason = madeUpText('Gebyr', nextNumber(year))
  const correction = {
    ...{ type: isPaid ? ('ReimburseFee' as const) : ('ReduceWriteOff' as const), fee: fee.fee },
    ...{ borrower: fee.borrower, amount, reason, role: 'staff' as const },
  }
  const kind = isPaid ? 'fee reimbursed' : 'write-off reduced'
  const run = correctSettledFee(library.useCaseDependencies)({ ...correction, ...metadataIn(year) })
  if ((await attempt<{ readonly events: ReadonlyArray<FeeEvent> }>(year, kind, run)) === undefined) return
  fee.corrected = true
  groundTruth.scopes.set(fee.fee, withText(year, fee.fee, reason))
  if (isPaid) groundTruth.expectedReimbursements.push({ borrower: fee.borrower, amount })
  else
    groundTruth.expectedFees.push({
      borrower: fee.borrower,
      kind: fee.kind,
      amount,
      occasion: '',
      copy: fee.copies[0]!,
    })
}

export const payOut = async (year: SimulatedYear, owed: TrueReimbursement): Promise<void> => {
  const order = madeUpText('udbetaling', nextNumber(year))
  const request = { reimbursement: owed.reimbursement, borrower: owed.borrower, order, role: 'staff' as const }
  const run = payOutReimbursement(year.library.useCaseDependencies)({ ...request, ...metadataIn(year) })
  const outcome = await run()
  if (outcome._tag === 'Left') return
  year.counts.set('reimbursement paid out', (year.counts.get('reimbursement paid out') ?? 0) + 1)
  owed.settledOn = todayIn(year)
  endScope(year.groundTruth, owed.reimbursement, thirtyDaysAfter(owed.settledOn))
}
