import { performance } from 'node:perf_hooks'
import type { MachineClock } from '../../../domain/ports/clocks'

/** The monotonic clock of the machine, in ms. */
export const machineClock: MachineClock = { elapsed: () => performance.now() }
