import type { HeldKeys } from '../../retention/keys/make-keys'
import { machineClock } from '../clock/machine-clock'
import { committingNowAndThen } from '../running/committing'
import type { Stores } from './stores'

/** Ms between looks for keys that have been held for too long. */
const betweenSweeps = 10_000

/** What a system does now and then by itself, until it is told to stop. */
export const nowAndThen = ({ views, schedule }: Stores, keys: Pick<HeldKeys, 'sweep'>): (() => void) => {
  const sweeps = setInterval(keys.sweep, betweenSweeps).unref()
  const stops = [views, schedule].map((kept) => committingNowAndThen(kept, machineClock))
  return () => {
    clearInterval(sweeps)
    for (const stop of stops) stop()
  }
}
