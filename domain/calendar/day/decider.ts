import type { Decider } from '../../event/decider'
import type { DayEvent } from './day-event'
import { decide, type DayCommand } from './decide'
import { evolve } from './evolve'
import type { DayRefusal } from './refusal'
import { unopenedDay, type DayState } from './state'

/** A calendar day: opened by the first command that names it, and closed in order. */
export const dayDecider: Decider<DayCommand, DayState, DayEvent, DayRefusal> = { initial: unopenedDay, evolve, decide }
