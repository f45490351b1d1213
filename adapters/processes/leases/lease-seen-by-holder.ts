import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { Lease } from '../../../domain/ports/leases'

/** A lease in the store of leases. */
export interface StoredLease extends Pick<Lease, 'token' | 'formerEndWasTooFar'> {
  readonly renew: () => Promise<boolean>
  readonly release: () => Promise<void>
}

/** The share of the duration that the holder does not use, for clock differences and slow answers. */
const margin = 0.2

/**
 * A lease as its holder sees it. By the holder's clock it starts before the request and ends a fifth earlier than in the
 * store, so the holder knows of its end before another process can acquire the lease. The clock of a sleeping machine may
 * stop: before a step that cannot be undone, compare the token with the store.
 */
export const leaseSeenByHolder =
  (clock: MonotonicClock, durationMs: number) =>
  (requestedAt: number, storedLease: StoredLease): Lease => {
    let heldUntil = requestedAt + durationMs * (1 - margin)
    const isHeld = (): boolean => clock.elapsed() < heldUntil
    const endNow = (): void => void (heldUntil = -Infinity)
    return {
      token: storedLease.token,
      ...(storedLease.formerEndWasTooFar === true ? { formerEndWasTooFar: true } : {}),
      isHeld,
      renew: async () => {
        const renewedAt = clock.elapsed()
        const renewed = isHeld() && (await storedLease.renew())
        if (renewed) heldUntil = renewedAt + durationMs * (1 - margin)
        return renewed
      },
      release: async () => {
        endNow()
        await storedLease.release()
      },
    }
  }
