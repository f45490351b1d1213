import { textOfRefusalOverride, type OverrideReason } from '../../../domain/policy/refusal-override'
import { canaryText, type ChooseRandomItem } from './history-state'

const overridden = { refusals: ['debtOverLimit'], reason: canaryText as OverrideReason } as const

/** What an event says of an override: nothing mostly, sometimes that staff overrode a refusal. */
export const overrideText = (choose: ChooseRandomItem): string =>
  textOfRefusalOverride(choose([null, null, overridden]) ?? null)
