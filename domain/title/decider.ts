import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import { decide, type TitleCommand } from './decide'
import { evolve } from './evolve'
import type { TitleRefusal } from './refusal'
import { noQueue, type TitleState } from './state'
import type { TitleEvent } from './title-event'

/** The queue for a title, under a municipality's policy. */
export const titleDecider = (policy: Policy): Decider<TitleCommand, TitleState, TitleEvent, TitleRefusal> => ({
  initial: noQueue,
  evolve,
  decide: decide(policy),
})
