import type { Day } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import * as history from '../record-history'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'

/** The status while no run erases anything. */
const statusWithoutErasing = async (library: InMemoryLibrary) => {
  library.failingPort = 'append'
  const { statusAfter } = await library.runWorker()
  library.failingPort = undefined
  return statusAfter
}

const lend = (library: InMemoryLibrary): LoanId => {
  const loan = randomId<LoanId>()
  library.record('circulation', 'copy-3274626533', history.openLoanStarted(loan, library.today))
  return loan
}

const returnOn = (library: InMemoryLibrary, loan: LoanId, day: string): void =>
  void library.record('circulation', 'copy-3274626533', history.openLoanReturned(loan, day as Day))

const correctEnd = (library: InMemoryLibrary, loan: LoanId, day: string): void =>
  void library.record('circulation', 'copy-3274626533', history.openLoanEndCorrected(loan, day as Day))

/** A loan that is returned on 1 March is due with the closing of 31 March. */
const firstOfMarch = async (): Promise<{ readonly library: InMemoryLibrary; readonly loan: LoanId }> => {
  const library = makeInMemoryLibrary('2026-03-01' as Day)
  const loan = lend(library)
  await history.passNights(library, 45)
  expect(library.today).toBe('2026-04-15')
  return { library, loan }
}

describe('a loan whose end is recorded after the day of its erasure', () => {
  it('is due at once, and not overdue on the day of recording', async () => {
    const { library, loan } = await firstOfMarch()
    returnOn(library, loan, '2026-03-01')
    expect(await statusWithoutErasing(library)).toMatchObject({ due: 1, overdue: 0, lagDays: 0 })
    await library.runWorker()
    expect(library.erasedScopes()).toEqual([loan])
  })

  it('is overdue from the next day on, and its lateness counts from the day of recording', async () => {
    const { library, loan } = await firstOfMarch()
    returnOn(library, loan, '2026-03-01')
    library.failingPort = 'append'
    const { statusAfter } = await library.passMidnight()
    expect(statusAfter).toMatchObject({ overdue: 1, oldestOverdue: '2026-04-15', lagDays: 1 })
  })

  it('is not overdue because a correction made its end earlier today', async () => {
    const { library, loan } = await firstOfMarch()
    returnOn(library, loan, '2026-04-15')
    await library.passMidnight()
    correctEnd(library, loan, '2026-03-01')
    expect(await statusWithoutErasing(library)).toMatchObject({ due: 1, overdue: 0 })
  })

  it('stays overdue since its first end when a correction makes that end earlier', async () => {
    const { library, loan } = await firstOfMarch()
    returnOn(library, loan, '2026-04-15')
    library.failingPort = 'append'
    await history.passNights(library, 32)
    expect((await library.passMidnight()).statusAfter).toMatchObject({ overdue: 1, oldestOverdue: '2026-05-15' })
    correctEnd(library, loan, '2026-04-01')
    expect((await library.runWorker()).statusAfter).toMatchObject({ overdue: 1, oldestOverdue: '2026-05-16' })
  })

  it('stays overdue since its latest end when an earlier end is recorded today', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = lend(library)
    library.record('circulation', 'copy-3274626533', history.openLoanClaimedReturned(loan, '2026-03-10' as Day))
    library.failingPort = 'append'
    await history.passNights(library, 14)
    returnOn(library, loan, '2026-01-20')
    expect((await library.runWorker()).statusAfter).toMatchObject({ overdue: 1, oldestOverdue: '2026-03-10' })
  })
})
