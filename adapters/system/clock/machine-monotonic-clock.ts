import { performance } from 'node:perf_hooks'
import type { MonotonicClock } from '../../../domain/ports/library-and-monotonic-clock'

/** The monotonic clock of the machine, in ms. */
export const machineMonotonicClock: MonotonicClock = { elapsed: () => performance.now() }
