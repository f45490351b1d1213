import type { Day } from '../../domain/language/day'
import { dayOf, type Instant } from '../../domain/language/instant'

/** The day in Europe/Copenhagen by the machine's own clock, whatever a library's clock says. */
export const machineDay = (): Day => dayOf(new Date().toISOString() as Instant)
