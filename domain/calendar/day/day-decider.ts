import type { Decider } from '../../event/decider'
import type { DayEvent } from './day-event'
import { decide, type DayCommand } from './decide-day-command'
import { evolve } from './evolve-day'
import type { DayRefusal } from './day-refusal'
import { unopenedDay, type DayState } from './day-state'

/** A calendar day: opened by the first command that names it, and closed in order. */
export const dayDecider: Decider<DayCommand, DayState, DayEvent, DayRefusal> = { initial: unopenedDay, evolve, decide }
