import { dayOf, type Instant } from '../../../domain/values/instant'
import type { LibraryClock } from '../../../domain/ports/clocks'

const now = (): Instant => new Date().toISOString() as Instant

/** The library's clock in production: the system's time. */
export const realClock: LibraryClock = { now, today: () => dayOf(now()) }
