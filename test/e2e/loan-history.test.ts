import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeBorrower } from '../../domain/use-cases/change-borrower'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { BorrowerId, HistoryId } from '../../domain/values/ids'
import { monthOf } from '../../domain/values/month'
import type { StreamName } from '../../domain/event/stream'
import { historyConsentOf, historyMonthsOf } from '../../projections/loan-histories/loan-history-queries'
import { withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { forwardTo, isLoanErased } from './hold-steps'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, oneTitle, registerNumberedBorrower } from './use-case-steps'

const consent = async (library: RunningLibrary, borrower: BorrowerId): Promise<HistoryId> => {
  const { useCaseDependencies: dependencies } = library
  const givenIn = monthOf(dependencies.commandHandling.clock.today())
  const given = await changeBorrower(dependencies)(borrower, nowOnce(library))(({ idFor }) => ({
    ...{ type: 'GiveHistoryConsent', borrower, history: idFor('history') as HistoryId, givenIn, givenBy: 'borrower' },
  }))()
  rightOrThrow(given)
  rightOrThrow(await library.catchUpReadModels())
  return historyConsentOf(borrower)(library.rows)?.history as HistoryId
}

const withdraw = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  const change = changeBorrower(library.useCaseDependencies)(borrower, nowOnce(library))
  rightOrThrow(await change(() => ({ type: 'WithdrawHistoryConsent', borrower }))())
}

const lendAndTakeBack = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  const lending = { copy: oneCopy, branch: homeBranch, ...nowOnce(library) }
  rightOrThrow(await lendCopy(library.useCaseDependencies)({ ...lending, borrower })())
  rightOrThrow(await returnCopy(library.useCaseDependencies)(lending)())
}

const readHistory = async (library: RunningLibrary, borrower: BorrowerId) => {
  rightOrThrow(await library.catchUpReadModels())
  return historyMonthsOf(borrower)(library.rows).map(({ month, titles }) => [month, titles])
}

const historyEvents = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await library.showStream('persons', `borrower-${borrower}` as StreamName)).filter(
    ({ type }) => type === 'HistoryWritten',
  )

describe('a loan history', () => {
  it('has what was lent after the month of the consent, month by month, and outlives the loans', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const bo = await registerNumberedBorrower(library, 2)
      await lendAndTakeBack(library, ann)
      await consent(library, ann)
      await lendAndTakeBack(library, ann)
      await forwardTo(library, '2026-02-10')
      await lendAndTakeBack(library, ann)
      await lendAndTakeBack(library, bo)
      await forwardTo(library, '2026-04-02')
      expect(await isLoanErased(library)).toBe(true)
      expect(await readHistory(library, ann)).toEqual([
        ['2026-02', oneTitle],
        ['2026-03', ''],
      ])
      expect(await readHistory(library, bo)).toEqual([])
      const written = await historyEvents(library, ann)
      expect(written.map(({ recorded }) => recorded)).toEqual(['2026-03', '2026-04'])
      expect(new Set(written.map(({ stored }) => stored.sealed['history'])).size).toBe(1)
      expect(written.map(({ staff }) => staff['history'])).toEqual([{ withheld: 'history' }, { withheld: 'history' }])
      expect(JSON.stringify(written)).not.toContain(oneTitle)
    }))

  it('is gone for its reader when the consent is withdrawn, and its key with the month; the loans keep their own end', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const history = await consent(library, ann)
      await forwardTo(library, '2026-02-25')
      await lendAndTakeBack(library, ann)
      await forwardTo(library, '2026-03-05')
      expect(await readHistory(library, ann)).toEqual([['2026-02', oneTitle]])
      await withdraw(library, ann)
      expect(await readHistory(library, ann)).toEqual([])
      await forwardTo(library, '2026-03-31')
      expect((await historyEvents(library, ann)).map(({ living }) => living)).toEqual([['history']])
      await forwardTo(library, '2026-04-01')
      const [shown, ...others] = await historyEvents(library, ann)
      expect(others).toEqual([])
      expect(shown?.living).toEqual([])
      await forwardTo(library, '2026-05-01')
      const [certificate] = library.certificates.list({ log: 'persons', scope: history as never, limit: 1 })
      expect(certificate?.scopes.history).toBe(1)
      rightOrThrow(await library.catchUpReadModels())
      expect(await library.retention.status()).toMatchObject({ overdue: 0, dueNow: 0 })
      await consent(library, ann)
      expect(await readHistory(library, ann)).toEqual([])
    }))
})
