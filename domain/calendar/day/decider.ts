import type { Decider } from '../../event/decider'
import type { DayEvent } from './day-event'
import { decide, type DayCommand } from './decide'
import { evolve } from './evolve'
import type { DayRefusal } from './refusal'
import { untouched, type DayState } from './state'

/** A calendar day: opened by the first command that names it, closed in its turn. */
export const dayDecider: Decider<DayCommand, DayState, DayEvent, DayRefusal> = { initial: untouched, evolve, decide }
