import fc from 'fast-check'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { Day } from '../../../domain/values/day'
import { livingLoan } from '../declare-run'
import * as history from '../record-history'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'

describe('the schedule', () => {
  it('accepts every run that the worker has declared, when it is folded anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('loan', 'person', 'move', 'request', 'reservation', 'night'), { maxLength: 60 }),
        async (steps) => {
          const library = makeInMemoryLibrary('2026-03-20' as Day)
          let person = history.recordRegistration(library)
          for (const step of steps) {
            if (step === 'loan') history.recordLoanAndReturn(library)
            if (step === 'person') person = history.recordRegistration(library)
            if (step === 'move') person = { ...person, contact: history.recordContactChange(library, person) }
            if (step === 'request') {
              library.record(
                'persons',
                `borrower-${person.borrower}`,
                ErasureRequested({ borrower: person.borrower }, {}),
              )
              await library.runWorker()
              person = history.recordRegistration(library)
            }
            if (step === 'reservation')
              library.record('circulation', 'title-52557240', history.openReservationMade(randomId(), library.today))
            if (step === 'night') await library.passMidnight()
          }
          await history.passNights(library, 45)
          const erased = library.erasedScopes()
          library.restart()
          library.catchUpSchedule()
          expect(library.schedule.refusedRuns()).toEqual([])
          expect(library.schedule.countErased()).toBe(erased.length)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('accepts a run with the certificate of this library when the event that made it due is gone', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = livingLoan(library)
    await history.passNights(library, 31)
    for (const lost of ['LoanReturned', 'LoanStarted']) {
      library.logs.circulation = library.logs.circulation.filter(({ type }) => type !== lost)
      library.restart()
      library.catchUpSchedule()
      expect(library.schedule.isEnded(loan.scope)).toBe(true)
      expect(library.schedule.certificateOf(loan.scope)).toBe(library.certificates()[0]?.certificate)
      expect(library.schedule.refusedRuns()).toMatchObject([{ certifiedAt: lastErased(library) }])
    }
  })

  const lastErased = (library: InMemoryLibrary) =>
    library.logs.circulation.find(({ type }) => type === 'ScopesErased')?.metadata.position
})
