import type { Day } from '../../../domain/values/day'
import type { CertificateId } from '../../../domain/values/ids'
import { certificateIdOf } from '../../../retention/certificates/certificate-id'
import { declare, dueLoan, livingLoan } from '../declare-run'
import * as history from '../record-history'
import { makeInMemoryLibrary, randomId } from '../in-memory-library'

describe('a scope that two workers declare, because one of them did not know of the other,', () => {
  it('is erased and certified once, by the run that declared it first', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    declare(library, 'circulation', [loan])
    declare(library, 'circulation', [loan])
    expect((await library.runWorker()).failed).toEqual([])
    expect(library.certificates()).toHaveLength(1)
    expect(library.erasedScopes()).toEqual([loan.scope])
    expect(library.schedule.unfinishedRuns()).toEqual([])
    expect(library.schedule.refusedRuns()).toEqual([])
  })

  it('leaves the rest of the second run to the certificate of that run', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const other = livingLoan(library)
    const loan = await dueLoan(library)
    declare(library, 'circulation', [loan])
    declare(library, 'circulation', [loan, other])
    expect((await library.runWorker()).failed).toEqual([])
    const certified = library.certificates().map(({ scopes }) => scopes.map(({ scope }) => scope))
    expect(new Set(certified)).toEqual(new Set([[loan.scope], [other.scope]]))
  })

  it('is erased by a second worker that catches up between the reading and the declaring of the first', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    const [one, another] = [library.makeWorker(), library.makeWorker()]
    const reports = await Promise.all([one(), another()])
    expect(reports.flatMap(({ failed }) => failed)).toEqual([])
    expect(library.erasedScopes()).toEqual([loan.scope])
  })
})

describe('a scope that was fenced under the certificate of a run that the log does not have,', () => {
  it('is erased by its own run, whose certificate the row then names', async () => {
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = await dueLoan(library)
    library.fenced.set(loan.scope, randomId<CertificateId>())
    expect((await library.runWorker()).failed).toEqual([])
    expect(library.erasedScopes()).toEqual([loan.scope])
    const [certificate] = library.certificates()
    expect(library.fenced.get(loan.scope)).toBe(certificate && certificateIdOf(certificate.run))
    await history.passNights(library, 1)
  })
})
