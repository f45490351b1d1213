import type { Day } from '../../../domain/values/day'
import { dayOf, type Instant } from '../../../domain/values/instant'

/** Today in Europe/Copenhagen by the machine's own clock, independent of the library's clock. */
export const todayByMachineClock = (): Day => dayOf(new Date().toISOString() as Instant)
