import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import { decide, type TitleCommand } from './decide'
import { evolve } from './evolve'
import type { TitleRefusal } from './refusal'
import { emptyQueue, type TitleState } from './state'
import type { TitleEvent } from './title-event'

/** The reservation queue of a title. */
export const titleDecider = (policy: Policy): Decider<TitleCommand, TitleState, TitleEvent, TitleRefusal> => ({
  initial: emptyQueue,
  evolve,
  decide: decide(policy),
})
