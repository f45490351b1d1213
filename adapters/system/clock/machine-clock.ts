import { performance } from 'node:perf_hooks'
import type { MachineClock } from '../../../domain/ports/clocks'

/** Measures by the machine's monotonic clock, in ms. */
export const machineClock: MachineClock = { elapsed: () => performance.now() }
