import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { verifyCertificate } from '../../../retention/certificates/verify'
import * as happen from '../happenings'
import { makeWorld, verifyingKey } from '../world'

const erased = async () => {
  const world = makeWorld('2026-03-01' as Day)
  const loan = happen.lentAndReturned(world)
  await happen.nights(world, 31)
  const { open } = world.logs.circulation.find(({ type }) => type === 'ScopesErased')!
  return { world, loan, certificate: { statement: String(open['statement']), signature: String(open['signature']) } }
}

describe('the certificate of an erasure', () => {
  it('says what was erased, why, how, on which days and until when a backup may hold the key', async () => {
    const { world, loan, certificate } = await erased()
    const trigger = world.logs.circulation.find(({ type }) => type === 'LoanReturned')!.at.id
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

  it('names the position in the log where its scopes were declared due', async () => {
    const { world, certificate } = await erased()
    const { position } = world.logs.circulation.find(({ type }) => type === 'ErasureDue')!.at
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
