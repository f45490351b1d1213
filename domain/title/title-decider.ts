import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import { decide, type TitleCommand } from './decide-title-command'
import { evolve } from './evolve-title'
import type { TitleRefusal } from './title-refusal'
import { initialTitleState, type TitleState } from './title-state'
import type { TitleEvent } from './title-event'

/** The reservation queue of a title. */
export const titleDecider = (policy: Policy): Decider<TitleCommand, TitleState, TitleEvent, TitleRefusal> => ({
  initial: initialTitleState,
  evolve,
  decide: decide(policy),
})
