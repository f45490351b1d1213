import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { whileInTurn } from '../../../../adapters/composition/keeping/while-in-turn'
import { leasesInProcess } from '../../../../adapters/processes/coordination/memory/leases'
import { inTurn, type HasTurn } from '../../../../adapters/processes/running/in-turn'
import type { CertificateId } from '../../../../domain/values/ids'
import type { Lease, Leases } from '../../../../domain/ports/leases'
import { right } from '../../../fixtures/right'
import { uuid } from '../../../fixtures/uuid'

const certificate = uuid(1) as CertificateId

const lost = { _tag: 'Unavailable', reason: 'another process has taken over, and finishes this run' }

/** Leases as a process sees them whose clock slept with it: each of its own it takes for held. */
const asleep = (leases: Leases): Leases => ({
  ...leases,
  take: (name) =>
    TE.map(O.map((lease: Lease): Lease => ({ ...lease, isHeld: () => true, renew: () => Promise.resolve(true) })))(
      leases.take(name),
    ),
})

/** Two processes, leases of a second, and a clock that the test moves. */
const twoProcesses = () => {
  let now = 0
  const awake = leasesInProcess({ elapsed: () => now })(1000)
  const taken = async (): Promise<Lease> => {
    const lease = right(await awake.take('keeping')())
    if (O.isNone(lease)) throw new Error('somebody else has it')
    return lease.value
  }
  return { sleeper: asleep(awake), taken, pass: (ms: number) => void (now += ms) }
}

const steps = (hasTurn: HasTurn) => {
  const done: string[] = []
  const step = (name: string) => () => TE.fromIO(() => void done.push(name))
  const destroy = () => TE.fromIO(() => (done.push('destroy'), []))
  return { done, ...whileInTurn(hasTurn, { append: step('append'), fence: step('fence'), destroy }) }
}

const nobodyKnows: HasTurn = TE.left({ _tag: 'StoreUnavailable', reason: 'nobody answers there' })

describe('what cannot be taken back', () => {
  it('is done by whoever has the turn', async () => {
    const { done, fence, destroy } = steps(TE.right(true))
    expect(await fence([], certificate)()).toEqual(E.right(undefined))
    expect(await destroy([])()).toEqual(E.right([]))
    expect(done).toEqual(['fence', 'destroy'])
  })

  it.each([
    ['another has taken over', TE.right(false), lost],
    ['nobody can say whose turn it is', nobodyKnows, { _tag: 'Unavailable', reason: 'nobody answers there' }],
  ])('is not done when %s', async (_, hasTurn: HasTurn, why) => {
    const { done, fence, destroy } = steps(hasTurn)
    expect(await fence([], certificate)()).toEqual(E.left(why))
    expect(await destroy([])()).toEqual(E.left(why))
    expect(done).toEqual([])
  })

  it('is not done by a process that believes in a lease which ended while its clock slept, before its turn comes again', async () => {
    const { sleeper, taken, pass } = twoProcesses()
    let other: Lease | undefined
    const outcomes: Array<E.Either<unknown, unknown>> = []
    const pausing = async (): Promise<void> => other?.release()
    const job = inTurn(sleeper, pausing)('keeping')((hasTurn) => async () => {
      if (other === undefined) {
        pass(1001)
        other = await taken()
      }
      const { done, fence } = steps(hasTurn)
      outcomes.push(await fence([], certificate)())
      return E.right(done)
    })
    expect(await job()).toEqual(E.right(['fence']))
    expect(outcomes).toEqual([E.left(lost), E.right(undefined)])
  })
})
