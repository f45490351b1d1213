import type { MachineClock } from '../../../domain/ports/clocks'
import type { Lease } from '../../../domain/ports/leases'

/** A lease as it is kept somewhere. */
export interface Kept {
  readonly token: number
  readonly renew: () => Promise<boolean>
  readonly release: () => Promise<void>
}

/** The part of a lease that its holder does not use: two clocks do not run alike, and an answer takes its time. */
const margin = 0.2

/**
 * A lease as its holder sees it. It counts from before it asked, by its own clock, and ends a fifth earlier than it is
 * kept: so it knows of its end before anybody else can have the lease. A machine that slept may have a clock that slept
 * as well: before what cannot be undone, the token is compared where it is kept.
 */
export const held =
  (clock: MachineClock, length: number) =>
  (asked: number, kept: Kept): Lease => {
    let until = asked + length * (1 - margin)
    const isHeld = (): boolean => clock.elapsed() < until
    const end = (): void => void (until = -Infinity)
    return {
      token: kept.token,
      isHeld,
      renew: async () => {
        const again = clock.elapsed()
        const renewed = isHeld() && (await kept.renew())
        if (renewed) until = again + length * (1 - margin)
        return renewed
      },
      release: async () => {
        end()
        await kept.release()
      },
    }
  }
