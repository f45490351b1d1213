import type { CopyEvent } from '../../../domain/copy/copy-event'
import { recordOfflineLoan } from '../../../domain/use-cases/record-offline-loan'
import { recordOfflineRenewal } from '../../../domain/use-cases/record-offline-renewal'
import { recordOfflineReturn } from '../../../domain/use-cases/record-offline-return'
import { recordUnmatchedAct } from '../../../domain/use-cases/record-unmatched-act'
import { resolveCase } from '../../../domain/use-cases/resolve-case'
import { addDays, type Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import type { OfflineCaseId } from '../../../domain/values/ids'
import { unmatchedCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import { expectLatenessFee } from '../ground-truth/fees-of-the-law'
import { dueDayKnownOn, renewedDueDay, thirtyDaysAfter } from '../ground-truth/end-days'
import type { TrueBorrower, TrueLoan } from '../ground-truth/ground-truth'
import { addScope } from '../ground-truth/scopes'
import { anyBranch, attempt, metadataIn, nextNumber, noteUse, todayIn, type CopyOfYear, type SimulatedYear } from '../simulated-year' // prettier-ignore
import { isLoanStarted, noteLoanStarted, noteReturned, planReturn, trueLoanOf } from './loans'
import { madeUpText } from './made-up-people'

/** A machine was offline: what it did on an earlier day arrives today, with a key of its own. */
const offlineMetadata = (year: SimulatedYear, on: Day) => ({
  at: noonOf(on),
  origin: { _tag: 'Keyed', key: `offline ${String(nextNumber(year))}` } as const,
})

/** What a machine did for nobody is a case for staff: forgotten 30 days after it was recorded. */
const addCases = (year: SimulatedYear, events: ReadonlyArray<CopyEvent>, presented: string | null): void => {
  const texts = presented === null ? [] : [{ text: presented, kind: 'offlineCases' } as const]
  for (const { open, type } of events)
    if (type === 'UnmatchedActRecorded' || type === 'UnlentReturnRecorded')
      addScope(year.groundTruth, {
        ...{ id: open.unmatched, class: 'unmatched', borrower: null, texts },
        lastDay: thirtyDaysAfter(todayIn(year)),
      })
}

/** A machine lent a copy yesterday. */
export const lendOffline = async (year: SimulatedYear, borrower: TrueBorrower, copy: CopyOfYear): Promise<void> => {
  const on = addDays(-1)(todayIn(year))
  if ((year.copyHandledOn.get(copy.copy) ?? '') >= on) return
  const [presented = ''] = borrower.cards.values()
  const branch = anyBranch(year)
  const request = { copy: copy.copy, branch, borrower: borrower.id, presented }
  const command = recordOfflineLoan(year.library.useCaseDependencies)({ ...request, ...offlineMetadata(year, on) })
  const done = await attempt(year, 'lent offline', command)
  if (done === undefined || !isLoanStarted(done.events) || !('loan' in done.outcome)) return
  year.copyHandledOn.set(copy.copy, todayIn(year))
  const loan = trueLoanOf(borrower, copy, { loan: done.outcome.loan, branch, lentOn: on })
  noteLoanStarted(year, loan)
  planReturn(year, loan, todayIn(year))
}

/** A machine took a copy back yesterday. */
export const returnOffline = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  const on = addDays(-1)(todayIn(year))
  if (loan.lentOn >= on || loan.claimedOn !== null || (year.copyHandledOn.get(loan.copy) ?? '') >= on) return
  const command = { copy: loan.copy, branch: anyBranch(year), ...offlineMetadata(year, on) }
  const done = await attempt(year, 'returned offline', recordOfflineReturn(year.library.useCaseDependencies)(command))
  if (done === undefined) return
  year.copyHandledOn.set(loan.copy, todayIn(year))
  addCases(year, done.events, null)
  if (done.events.some(({ type }) => type === 'LoanReturned')) noteReturned(year, loan, on)
}

/** A machine renewed a loan yesterday. */
export const renewOffline = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  const on = addDays(-1)(todayIn(year))
  if (loan.lentOn >= on || loan.claimedOn !== null || (year.copyHandledOn.get(loan.copy) ?? '') >= on) return
  const renewal = { copy: loan.copy, loan: loan.loan, title: loan.title, borrower: loan.borrower }
  const command = recordOfflineRenewal(year.library.useCaseDependencies)({ ...renewal, ...offlineMetadata(year, on) })
  const events = (await attempt(year, 'renewed offline', command))?.events ?? []
  for (const event of events) {
    if (event.type !== 'LoanRenewed') continue
    const dueOn = dueDayKnownOn(on, loan)
    if (on > dueOn) expectLatenessFee(year.groundTruth, loan, dueOn, on)
    loan.dueOn = renewedDueDay(loan)(on)
    year.copyHandledOn.set(loan.copy, todayIn(year))
    noteUse(year, loan.borrower)
  }
}

/** A machine lent a copy to an unknown card, longer ago than a machine may be offline. */
export const sendUnmatchedAct = async (year: SimulatedYear, { copy }: CopyOfYear): Promise<void> => {
  const presented = madeUpText('K', nextNumber(year))
  const at = noonOf(addDays(-20)(todayIn(year)))
  const record = recordUnmatchedAct(year.library.useCaseDependencies)(copy, metadataIn(year))
  const act = { act: 'loan', because: 'tooLongAgo', at, branch: anyBranch(year), presented } as const
  addCases(year, (await attempt(year, 'unmatched act', record(act)))?.events ?? [], presented)
}

/** Staff resolve one of the cases. */
export const resolveOneCase = async (year: SimulatedYear): Promise<void> => {
  const found = year.random.pickOne(year.library.rows.find(unmatchedCasesTable, { limit: 20 }))
  if (found === undefined) return
  const resolve = resolveCase(year.library.useCaseDependencies)
  const done = await attempt(
    year,
    'case resolved',
    resolve(found.unmatched as string as OfflineCaseId, metadataIn(year)),
  )
  if (done !== undefined) year.resolvedCases.add(found.unmatched)
}
