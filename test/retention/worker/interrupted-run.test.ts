import type { DueScope } from '../../../domain/erasure/events/erasure-due'
import type { Day } from '../../../domain/values/day'
import { declare, dueLoan, livingLoan } from '../declare-run'
import * as history from '../record-history'
import { makeInMemoryLibrary } from '../in-memory-library'

describe('a declared run that was interrupted', () => {
  it('waits while days are missing, as new runs do', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    declare(library, 'circulation', [loan])
    library.today = '2026-06-15' as Day
    expect((await library.runWorker()).refused).toMatchObject([{ _tag: 'MissingDays' }])
    expect(library.erasedScopes()).toEqual([])
  })

  it('passes the guard of size, which no declaration in the log lifts', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    library.failingPort = 'append'
    const loans: DueScope[] = []
    for (let day = 0; day < 10; day += 1) {
      for (let n = 0; n < 60; n += 1) loans.push(livingLoan(library))
      await library.passMidnight()
    }
    await history.passNights(library, 35)
    library.failingPort = undefined
    declare(library, 'circulation', loans)
    const tooLarge = { _tag: 'ErasureRunTooLarge', log: 'circulation', scopes: 600, limit: 500 }
    expect((await library.runWorker()).refused).toEqual([tooLarge])
    expect(library.erasedScopes()).toEqual([])
    library.confirmed = library.today
    await library.runWorker()
    expect(library.erasedScopes()).toHaveLength(600)
  })

  it('waits while one of its scopes is on hold', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    declare(library, 'circulation', [loan])
    library.catchUpSchedule()
    library.onHold.add(loan.scope)
    expect((await library.runWorker()).refused).toEqual([{ _tag: 'ErasureRunOnHold', log: 'circulation', scopes: 1 }])
    library.onHold.delete(loan.scope)
    await library.runWorker()
    expect(library.erasedScopes()).toEqual([loan.scope])
  })

  it.each(['shortened', 'removed'])('is not finished, with an alarm, when its declaration was %s', async (change) => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    declare(library, 'circulation', [loan])
    library.catchUpSchedule()
    const declaration = library.logs.circulation.pop()!
    if (change === 'shortened')
      library.logs.circulation.push({ ...declaration, open: { ...declaration.open, scopes: [] } })
    expect((await library.runWorker()).failed).toMatchObject([{ _tag: 'StepFailed', step: 'declare' }])
    expect(library.alarms).toEqual(['DeclarationChanged'])
    expect(library.calls).not.toContain('fence')
  })
})
