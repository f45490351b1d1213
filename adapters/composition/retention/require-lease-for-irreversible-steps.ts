import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../../domain/values/ids'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { ErasingPorts } from '../../../retention/erasing/erasing-ports'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { HoldsLease } from '../../processes/leases/with-lease'

const takenOver = 'another process has taken over and finishes this run'

/** The steps of an erasure that cannot be undone: appending to the logs, the receipt, and fencing or destroying keys. */
interface IrreversibleSteps extends Pick<ErasingPorts, 'append' | 'fenceKeys' | 'writeReceipt'> {
  /** Destroys keys that no event names. */
  readonly destroy: (scopes: ReadonlyArray<ScopeId>) => TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>>
}

/** Runs a step only while this process holds the lease. */
export const ifLeaseIsHeld =
  <Err>(holdsLease: HoldsLease, toError: (reason: string) => Err) =>
  <E, A>(step: TE.TaskEither<E, A>): TE.TaskEither<E | Err, A> =>
    pipe(
      holdsLease,
      TE.mapLeft(({ reason }): E | Err => toError(reason)),
      TE.chain((isHeld): TE.TaskEither<E | Err, A> => (isHeld ? step : TE.left(toError(takenOver)))),
    )

const toStoreUnavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/**
 * Runs each irreversible step only while this process holds the lease. Asks the store of leases each time, because the
 * process's own clock may have stopped while the machine slept. A process that lost its lease stops here. If it stops too
 * late, the exact revisions of the run's stream still allow only one certificate.
 */
export const requireLeaseForIrreversibleSteps = (
  holdsLease: HoldsLease,
  { append, fenceKeys, writeReceipt, destroy }: IrreversibleSteps,
): IrreversibleSteps => ({
  append: (...args) => ifLeaseIsHeld(holdsLease, toStoreUnavailable)(append(...args)),
  fenceKeys: (...args) => ifLeaseIsHeld(holdsLease, keysUnavailable)(fenceKeys(...args)),
  writeReceipt: (...args) => ifLeaseIsHeld(holdsLease, keysUnavailable)(writeReceipt(...args)),
  destroy: (...args) => ifLeaseIsHeld(holdsLease, keysUnavailable)(destroy(...args)),
})
