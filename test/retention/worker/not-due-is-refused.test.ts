import type { DueScope } from '../../../domain/erasure/events/erasure-due'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { Day } from '../../../domain/values/day'
import type { EventId, RunId, ScopeId } from '../../../domain/values/ids'
import type { ErasureRunRefusal } from '../../../retention/schedule/erasure-run-refusal'
import { declare, dueLoan, lastEvent, livingBorrower, livingLoan, reasonsIn } from '../declare-run'
import * as history from '../record-history'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'

const expectNothingErased = async (library: InMemoryLibrary, scopes: ReadonlyArray<DueScope>): Promise<void> => {
  await library.runWorker()
  library.restart()
  await library.runWorker()
  expect(library.certificates()).toEqual([])
  expect(library.calls).not.toContain('fence')
  for (const { scope } of scopes) expect(library.schedule.isEnded(scope)).toBe(false)
}

describe('an erasure that somebody else than the worker declares', () => {
  it('erases nothing when its borrowers are not due', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const borrowers = Array.from({ length: 10 }, () => livingBorrower(library))
    declare(library, 'persons', borrowers)
    await expectNothingErased(library, borrowers)
    expect(reasonsIn(library)).toEqual(['notDue'])
  })

  it('is refused as a whole when one of its scopes is not due', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const due = await dueLoan(library)
    const living = livingLoan(library)
    declare(library, 'circulation', [due, living])
    library.catchUpSchedule()
    expect(reasonsIn(library)).toEqual(['notDue'])
    expect([due, living].map(({ scope }) => library.schedule.isEnded(scope))).toEqual([false, false])
    await library.runWorker()
    expect(library.erasedScopes()).toEqual([due.scope])
  })

  it('stays refused when its scopes are due on a later day; then a run of the worker erases them', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = livingLoan(library)
    declare(library, 'circulation', [loan])
    library.catchUpSchedule()
    await history.passNights(library, 31)
    library.restart()
    library.catchUpSchedule()
    expect(reasonsIn(library)).toEqual(['notDue'])
    expect(library.erasedScopes()).toEqual([loan.scope])
    expect(library.logs.circulation.filter(({ type }) => type === 'ErasureDue')).toHaveLength(2)
  })

  it.each<[ErasureRunRefusal, (library: InMemoryLibrary) => unknown]>([
    [
      'scopeTwice',
      async (library) => {
        const loan = await dueLoan(library)
        declare(library, 'circulation', [loan, loan])
      },
    ],
    [
      'unknownScope',
      (library) => declare(library, 'circulation', [{ ...livingLoan(library), scope: randomId<ScopeId>() }]),
    ],
    [
      'anotherClass',
      async (library) => declare(library, 'circulation', [{ ...(await dueLoan(library)), class: 'fee' }]),
    ],
    ['anotherLog', async (library) => declare(library, 'persons', [await dueLoan(library)])],
    [
      'anotherStartEvent',
      async (library) =>
        declare(library, 'circulation', [{ ...(await dueLoan(library)), trigger: randomId<EventId>() }]),
    ],
    [
      'wrongStream',
      async (library) => declare(library, 'circulation', [await dueLoan(library)], { stream: 'copy-3274626533' }),
    ],
  ])('is refused: %s', async (reason, write) => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    await write(library)
    library.catchUpSchedule()
    expect(reasonsIn(library)).toEqual([reason])
    expect(library.schedule.unfinishedRuns()).toEqual([])
  })

  it('is refused when an earlier run has the same id, also one of the other log', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const run = randomId<RunId>()
    declare(library, 'circulation', [await dueLoan(library)], { run })
    declare(library, 'persons', [livingBorrower(library)], { run })
    library.catchUpSchedule()
    expect(reasonsIn(library)).toEqual(['runDeclaredBefore'])
  })

  it('does not take the contact of a borrower who is not in it', () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const person = history.recordRegistration(library)
    library.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
    const { id } = lastEvent(library, 'persons')
    declare(library, 'persons', [{ scope: person.contact as string as ScopeId, class: 'contact', trigger: id }])
    library.catchUpSchedule()
    expect(reasonsIn(library)).toEqual(['notDue'])
  })

  it('is not certified by a certificate that this library has not signed', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = livingLoan(library)
    const run = randomId<RunId>()
    declare(library, 'circulation', [loan], { run })
    library.record('circulation', `erasure-${run}`, {
      type: 'ScopesErased',
      open: { run, certificate: randomId(), statement: '{}', signature: 'none' },
    })
    await library.runWorker()
    expect(library.calls).not.toContain('fence')
    expect(library.schedule.isEnded(loan.scope)).toBe(false)
    expect(library.schedule.certificateOf(loan.scope)).toBeUndefined()
  })
})
