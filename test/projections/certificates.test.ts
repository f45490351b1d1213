import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'
import { certificateById, findCertificates } from '../../projections/certificates/certificate-queries'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { rowsAfterEvents } from './example-events'

const runOf = (n: number) => numberedUuid(n) as RunId
const certificateOf = (n: number) => numberedUuid(100 + n) as CertificateId

const declared = (n: number, ...classes: ReadonlyArray<'loan' | 'fee'>) =>
  ErasureDue(
    {
      run: runOf(n),
      reason: 'due',
      scopes: classes.map((name, index) => ({
        scope: numberedUuid(1000 * n + index) as ScopeId,
        class: name,
        trigger: numberedUuid(9) as EventId,
      })),
    },
    {},
  )
const certified = (n: number) =>
  ScopesErased({ run: runOf(n), certificate: certificateOf(n), statement: '{}', signature: '' }, {})

describe('the list of certificates', () => {
  it('has each run that has a certificate, with how many scopes of each class it certifies', () => {
    const rows = rowsAfterEvents([declared(1, 'loan', 'loan', 'fee'), declared(2, 'loan'), certified(1)])
    expect(findCertificates({ log: 'circulation' }, 10)(rows)).toMatchObject([
      { certificate: certificateOf(1), run: runOf(1), log: 'circulation', scopes: { loan: 2, fee: 1 } },
    ])
    expect(certificateById(certificateOf(1))(rows)).toMatchObject({ run: runOf(1) })
    expect(certificateById(certificateOf(2))(rows)).toBeUndefined()
    expect(findCertificates({ log: 'persons' }, 10)(rows)).toEqual([])
  })

  it('can be narrowed to a class and to a date', () => {
    const rows = rowsAfterEvents([declared(1, 'loan'), certified(1), declared(2, 'fee'), certified(2)])
    const [first] = findCertificates({ log: 'circulation' }, 10)(rows)
    const ids = (filter: object) =>
      findCertificates({ log: 'circulation', ...filter }, 10)(rows).map(({ certificate }) => certificate)
    expect(ids({ class: 'fee' })).toEqual([certificateOf(2)])
    expect(ids({ on: first!.certifiedOn })).toContain(certificateOf(1))
    expect(ids({ on: '1999-01-01' })).toEqual([])
    expect(ids({ upTo: '1999-01-01' })).toEqual([])
  })

  it('continues after a place, without gaps and repeats', () => {
    const numbers = [1, 2, 3, 4, 5]
    const rows = rowsAfterEvents(numbers.flatMap((n) => [declared(n, 'loan'), certified(n)]))
    for (const filter of [{ log: 'circulation' }, { log: 'circulation', class: 'loan' }] as const) {
      const all = findCertificates(filter, 10)(rows)
      const firstTwo = findCertificates(filter, 2)(rows)
      const rest = findCertificates({ ...filter, after: firstTwo[1]! }, 10)(rows)
      expect([...firstTwo, ...rest]).toEqual(all)
      expect(all).toHaveLength(numbers.length)
    }
  })
})
