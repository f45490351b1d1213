import type { Day } from '../../../domain/values/day'
import { dayOf, type Instant } from '../../../domain/values/instant'

/** The day in Europe/Copenhagen by the machine's own clock, whatever a library's clock says. */
export const machineDay = (): Day => dayOf(new Date().toISOString() as Instant)
