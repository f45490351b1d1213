import type { Aggregate } from '../command-handling/aggregate'
import { footageDecider, type FootageCommand } from './footage-decider'
import type { FootageEvent } from './footage-event'
import type { FootageRefusal } from './footage-refusal'
import type { FootageState } from './footage-state'

/** Recordings have a stream each, in *circulation*. */
export const footageAggregate: Aggregate<FootageCommand, FootageState, FootageEvent, FootageRefusal> = {
  ...footageDecider,
  log: 'circulation',
  category: 'footage',
}
