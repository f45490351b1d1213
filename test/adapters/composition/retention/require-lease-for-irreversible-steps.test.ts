import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { requireLeaseForIrreversibleSteps } from '../../../../adapters/composition/retention/require-lease-for-irreversible-steps'
import { memoryLeases } from '../../../../adapters/processes/coordination/memory/memory-leases'
import { withLease, type HoldsLease } from '../../../../adapters/processes/leases/with-lease'
import type { CertificateId, RunId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../../domain/ports/leases'
import type { DeclaredErasureRun } from '../../../../retention/erasing/erasure-run'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

const certificate = numberedUuid(1) as CertificateId
const erasureRun: DeclaredErasureRun = {
  run: numberedUuid(2) as RunId,
  log: 'persons',
  position: '1' as Position,
  recorded: '2026-03',
  scopes: [],
}

const leaseLostError = { _tag: 'Unavailable', reason: 'another process has taken over and finishes this run' }

/** The leases as seen by a process whose clock stopped while its machine slept: it believes that its leases are held. */
const withStoppedClock = (leases: Leases): Leases => ({
  ...leases,
  acquire: (name) =>
    TE.map(O.map((lease: Lease): Lease => ({ ...lease, isHeld: () => true, renew: () => Promise.resolve(true) })))(
      leases.acquire(name),
    ),
})

/** Two processes, leases of one second, and a clock that the test moves. */
const twoProcesses = () => {
  let now = 0
  const leases = memoryLeases({ elapsed: () => now })(1000)
  const acquireAsOther = async (): Promise<Lease> => {
    const lease = rightOrThrow(await leases.acquire('keeping')())
    if (O.isNone(lease)) throw new Error('the lease is held')
    return lease.value
  }
  return {
    leasesWithStoppedClock: withStoppedClock(leases),
    taken: acquireAsOther,
    advanceClock: (ms: number) => void (now += ms),
  }
}

const recordSteps = (holdsLease: HoldsLease) => {
  const done: string[] = []
  const step = (name: string) => () => TE.fromIO(() => void done.push(name))
  const destroy = () => TE.fromIO(() => (done.push('destroy'), []))
  return {
    done,
    ...requireLeaseForIrreversibleSteps(holdsLease, {
      append: step('append'),
      fenceKeys: step('fence'),
      writeReceipt: step('receipt'),
      destroy,
    }),
  }
}

const leaseUnknown: HoldsLease = TE.left({ _tag: 'StoreUnavailable', reason: 'the server does not answer' })

describe('an irreversible step', () => {
  it('runs while the process holds the lease', async () => {
    const { done, fenceKeys: fence, writeReceipt, destroy } = recordSteps(TE.right(true))
    expect(await fence([], certificate)()).toEqual(E.right(undefined))
    expect(await writeReceipt(erasureRun)()).toEqual(E.right(undefined))
    expect(await destroy([])()).toEqual(E.right([]))
    expect(done).toEqual(['fence', 'receipt', 'destroy'])
  })

  it.each([
    ['another process has taken over', TE.right(false), leaseLostError],
    [
      'the store of leases does not answer',
      leaseUnknown,
      { _tag: 'Unavailable', reason: 'the server does not answer' },
    ],
  ])('does not run when %s', async (_, holdsLease: HoldsLease, error) => {
    const { done, fenceKeys: fence, writeReceipt, destroy } = recordSteps(holdsLease)
    expect(await fence([], certificate)()).toEqual(E.left(error))
    expect(await writeReceipt(erasureRun)()).toEqual(E.left(error))
    expect(await destroy([])()).toEqual(E.left(error))
    expect(done).toEqual([])
  })

  it('does not run in a process whose lease ended while its clock was stopped, until it holds the lease again', async () => {
    const { leasesWithStoppedClock, taken: acquireAsOther, advanceClock } = twoProcesses()
    let other: Lease | undefined
    const outcomes: Array<E.Either<unknown, unknown>> = []
    const releaseOther = async (): Promise<void> => other?.release()
    const job = withLease(leasesWithStoppedClock, releaseOther)('keeping')((holdsLease) => async () => {
      if (other === undefined) {
        advanceClock(1001)
        other = await acquireAsOther()
      }
      const { done, fenceKeys: fence } = recordSteps(holdsLease)
      outcomes.push(await fence([], certificate)())
      return E.right(done)
    })
    expect(await job()).toEqual(E.right(['fence']))
    expect(outcomes).toEqual([E.left(leaseLostError), E.right(undefined)])
  })
})
