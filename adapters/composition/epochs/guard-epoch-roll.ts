import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { RollPorts } from '../../../retention/epochs/roll-epoch'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { HoldsLease } from '../../processes/leases/with-lease'
import { ifLeaseIsHeld } from '../retention/require-lease-for-irreversible-steps'
import type { LibraryStores } from '../stores/library-stores'

type RollStores = Pick<LibraryStores, 'ring' | 'keyStore'>

const toStoreUnavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/**
 * The same stores, which begin, end and re-wrap nothing when another process has taken over the roll. A process that is
 * paused between the check and the step does nothing that cannot be repeated: an epoch is created once, a row never goes
 * back to an older epoch.
 */
export const guardRollStores =
  (holdsLease: HoldsLease) =>
  ({ ring, keyStore }: RollStores): RollStores => {
    const ifHeld = ifLeaseIsHeld(holdsLease, keysUnavailable)
    return {
      ring: {
        ...ring,
        beginEpoch: (on) => ifHeld(ring.beginEpoch(on)),
        retireEpoch: (...args) => ifHeld(ring.retireEpoch(...args)),
        destroyEpoch: (...args) => ifHeld(ring.destroyEpoch(...args)),
        removeEpochRecord: (epoch) => ifHeld(ring.removeEpochRecord(epoch)),
      },
      keyStore: {
        ...keyStore,
        refuseEpochsBefore: (epoch) => ifHeld(keyStore.refuseEpochsBefore(epoch)),
        replace: (rows) => ifHeld(keyStore.replace(rows)),
        ...(keyStore.rewrite === undefined ? {} : { rewrite: ifHeld(keyStore.rewrite) }),
      },
    }
  }

/** The same request for confirmations, made only while this process holds the lease. */
export const requireLeaseForEpochConfirmation =
  (holdsLease: HoldsLease) =>
  (confirmEverywhere: RollPorts['confirmEverywhere']): RollPorts['confirmEverywhere'] =>
  (step) =>
    ifLeaseIsHeld(holdsLease, toStoreUnavailable)(confirmEverywhere(step))
