import { performance } from 'node:perf_hooks'
import type { MonotonicClock } from '../../../domain/ports/clocks'

/** The monotonic clock of the machine, in ms. */
export const machineMonotonicClock: MonotonicClock = { elapsed: () => performance.now() }
