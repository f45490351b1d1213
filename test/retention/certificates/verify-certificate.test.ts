import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import * as history from '../record-history'
import { verifyingKey } from '../declaration-checks'
import { makeInMemoryLibrary } from '../in-memory-library'

const erased = async () => {
  const library = makeInMemoryLibrary('2026-03-01' as Day)
  const loan = history.recordLoanAndReturn(library)
  await history.passNights(library, 31)
  const { open } = library.logs.circulation.find(({ type }) => type === 'ScopesErased')!
  return { library, loan, certificate: { statement: String(open['statement']), signature: String(open['signature']) } }
}

describe('the certificate of an erasure', () => {
  it('says what was erased, why, how, on which days, and until when a backup can hold the key', async () => {
    const { library, loan, certificate } = await erased()
    const trigger = library.logs.circulation.find(({ type }) => type === 'LoanReturned')!.metadata.id
    const statement = verifyCertificate(verifyingKey)(certificate)
    expect(statement).toMatchObject(
      E.right({
        log: 'circulation',
        horizon: 'open',
        scopes: [{ scope: loan, class: 'loan', trigger, dueBy: 'day', dueOn: '2026-03-31', epoch: 1 }],
        why: [{ class: 'loan' }],
        steps: ['declare', 'fence', 'checkpoint', 'evict', 'purge', 'verify'].map((step) => ({
          step,
          on: '2026-04-01',
          result: 'done',
        })),
      }),
    )
  })

  it('names the position of the `ErasureDue` of its scopes', async () => {
    const { library, certificate } = await erased()
    const { position } = library.logs.circulation.find(({ type }) => type === 'ErasureDue')!.metadata
    expect(JSON.parse(certificate.statement)).toHaveProperty('position', position)
  })

  it('does not verify when any character of it is changed', async () => {
    const { certificate } = await erased()
    const { statement } = certificate
    const verify = verifyCertificate(verifyingKey)
    for (let at = 0; at < statement.length; at += 7) {
      const altered = statement.slice(0, at) + (statement[at] === 'x' ? 'y' : 'x') + statement.slice(at + 1)
      expect(verify({ ...certificate, statement: altered })).toEqual(E.left({ _tag: 'WrongSignature' }))
    }
  })

  it('does not verify with the signature of another statement', async () => {
    const [one, other] = [await erased(), await erased()]
    expect(verifyCertificate(verifyingKey)({ ...one.certificate, signature: other.certificate.signature })).toEqual(
      E.left({ _tag: 'WrongSignature' }),
    )
  })
})
