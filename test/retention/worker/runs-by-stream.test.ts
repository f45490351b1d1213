import type { Day } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import { maxScopesPerRun } from '../../../retention/erasing/erasure-run'
import { makeInMemoryLibrary, randomId } from '../in-memory-library'
import { openLoanReturned, openLoanStarted, passNights } from '../record-history'

const copies = ['copy-3100000001', 'copy-3100000002', 'copy-3100000003', 'copy-3100000004']

/** As many loans of each copy as half a run takes, recorded in turn. */
const libraryWithDueLoans = async () => {
  const library = makeInMemoryLibrary('2026-03-01' as Day)
  const streamByLoan = new Map<string, string>()
  for (let at = 0; at < (copies.length * maxScopesPerRun) / 2; at += 1) {
    const [loan, stream] = [randomId<LoanId>(), copies[at % copies.length] ?? '']
    library.record('circulation', stream, openLoanStarted(loan, library.today))
    library.record('circulation', stream, openLoanReturned(loan, library.today))
    streamByLoan.set(loan, stream)
  }
  await passNights(library, 30)
  return { library, streamByLoan }
}

describe('the loans that fall due on one day, in several runs', () => {
  it('are divided by copy: each copy is read once to verify that its loans are erased', async () => {
    const { library, streamByLoan } = await libraryWithDueLoans()
    await library.passMidnight()
    const streamsByRun = library
      .certificates()
      .map(({ scopes }) => new Set(scopes.map(({ scope }) => streamByLoan.get(scope))))
    expect(streamsByRun.map((streams) => streams.size)).toEqual([2, 2])
  })

  it('are declared in the order of their random ids within a run', async () => {
    const { library } = await libraryWithDueLoans()
    await library.passMidnight()
    for (const { scopes } of library.certificates()) {
      const ids = scopes.map(({ scope }) => scope)
      expect(ids).toEqual([...ids].sort())
    }
  })
})
