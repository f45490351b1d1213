import { dayOf, type Instant } from '../../../domain/values/instant'
import type { LibraryClock } from '../../../domain/ports/clocks'

const now = (): Instant => new Date().toISOString() as Instant

/** The library clock in production: the time of the operating system. */
export const realLibraryClock: LibraryClock = { now, today: () => dayOf(now()) }
