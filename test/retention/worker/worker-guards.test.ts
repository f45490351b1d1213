import type { Day } from '../../../domain/values/day'
import type { Position } from '../../../domain/ports/event-store'
import * as history from '../record-history'
import { makeInMemoryLibrary } from '../in-memory-library'

describe('the guards of the worker', () => {
  it('stop erasing when the clock jumps, report what is overdue, and allow it once the date is confirmed', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    history.recordLoanAndReturn(library)
    await history.passNights(library, 31)
    history.recordLoanAndReturn(library)
    await history.passNights(library, 29)
    library.today = '2026-06-15' as Day
    const stopped = await library.runWorker()
    expect(stopped.refused).toEqual([{ _tag: 'MissingDays', from: '2026-04-30', to: '2026-06-14' }])
    expect(stopped.statusAfter).toMatchObject({ overdue: 1, oldestOverdue: '2026-05-01', lagDays: 45 })
    library.confirmed = library.today
    expect((await library.runWorker()).refused).toEqual([])
  })

  it('stop erasing when the clock shows a day that is closed already', async () => {
    const library = makeInMemoryLibrary('2026-03-05' as Day)
    await library.passMidnight()
    library.today = '2026-03-04' as Day
    expect((await library.runWorker()).refused).toEqual([
      { _tag: 'ClockWentBack', closed: '2026-03-05', today: '2026-03-04' },
    ])
  })

  it('wait for a projector that has not read the event that made a loan due, and name it', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = history.recordLoanAndReturn(library)
    await history.passNights(library, 30)
    library.consumers = [
      { name: 'overview', log: 'circulation', position: '00000003' as Position },
      { name: 'fees', log: 'circulation', position: '99999999' as Position },
    ]
    const { statusAfter } = await library.passMidnight()
    expect(statusAfter).toMatchObject({ waiting: 1, waitingFor: ['overview'] })
    expect(library.erasedScopes()).toEqual([])
    library.consumers = []
    await library.runWorker()
    expect(library.erasedScopes()).toEqual([loan])
  })

  it('erase no scope under a legal hold, and count it', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    library.onHold.add(history.recordLoanAndReturn(library) as string as never)
    const other = history.recordLoanAndReturn(library)
    const { statusAfter } = await history.passNights(library, 31)
    expect(statusAfter).toMatchObject({ onHold: 1, overdue: 0 })
    expect(library.erasedScopes()).toEqual([other])
  })

  it('see a legal hold that was set while the worker waited for its turn to declare', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = history.recordLoanAndReturn(library)
    library.beforeDeclaring = () => void library.onHold.add(loan as string as never)
    const { statusAfter } = await history.passNights(library, 31)
    expect(statusAfter).toMatchObject({ onHold: 1, overdue: 0 })
    expect(library.erasedScopes()).toEqual([])
  })

  it('refuse a run that is much larger than any day of the log makes due', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    library.consumers = [{ name: 'slow', log: 'circulation', position: undefined }]
    for (let day = 0; day < 10; day += 1) {
      for (let n = 0; n < 60; n += 1) history.recordLoanAndReturn(library)
      await library.passMidnight()
    }
    await history.passNights(library, 35)
    library.consumers = []
    const { refused } = await library.runWorker()
    expect(refused).toEqual([{ _tag: 'ErasureRunTooLarge', log: 'circulation', scopes: 600, limit: 500 }])
    library.confirmed = library.today
    await library.runWorker()
    expect(library.erasedScopes()).toHaveLength(600)
  })

  it('count a borrower once, however much is kept of the borrower', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    for (let n = 0; n < 180; n += 1) {
      const borrower = history.recordRegistration(library)
      history.recordCardIssue(library, borrower)
      history.recordLapse(library, borrower)
    }
    const { refused } = await history.passNights(library, 31)
    expect(refused).toEqual([])
    expect(new Set(library.erasedScopes()).size).toBe(180 * 4)
  })

  it('allow any number of scopes that one day makes due', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    for (let n = 0; n < 1200; n += 1) history.recordLoanAndReturn(library)
    const { runs } = await history.passNights(library, 31)
    expect(runs).toBe(2)
    expect(new Set(library.erasedScopes()).size).toBe(1200)
  })
})
