import type { Aggregate } from '../command-handling/aggregate'
import { deciderByDay, type PolicyByDay } from '../policy/policy-by-day'
import type { TitleCommand } from './decide-title-command'
import { titleDecider } from './title-decider'
import type { TitleRefusal } from './title-refusal'
import type { TitleState } from './title-state'
import type { TitleEvent } from './title-event'

/** Titles have a stream each, in *circulation*: it is the reservation queue. */
export const titleAggregate = (policy: PolicyByDay): Aggregate<TitleCommand, TitleState, TitleEvent, TitleRefusal> => ({
  ...deciderByDay(titleDecider)(policy),
  log: 'circulation',
  category: 'title',
})
