import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { CauseOfRefusal } from './overridable-refusal'
import type { Policy } from './policy'
import { refusalsOfAllRules, type PolicyRule } from './policy-rule'
import type { OverrideReason, RefusalOverride } from './refusal-override'

/** Why the rules refuse. `mayBeOverridden` is there when staff may go on with a reason. */
export interface RefusalByRules<Refusal> {
  readonly because: Refusal
  readonly mayBeOverridden?: true
}

/** The rules of an act, and what stands behind each refusal. */
export interface OverridableRules<Case, Refusal> {
  readonly rules: ReadonlyArray<PolicyRule<Case, Refusal>>
  readonly causesOf: (ruleCase: Case) => (refusal: Refusal) => ReadonlyArray<CauseOfRefusal>
}

/** Each cause once. */
const causesToRecord = (causes: ReadonlyArray<CauseOfRefusal>): RefusalOverride['refusals'] => [
  ...new Set(causes.flatMap((cause) => (cause === 'neverOverridable' ? [] : [cause]))),
]

/**
 * Checks a case by rules. With a reason it goes on in spite of the refusals, when the policy lets staff override every
 * cause of every one of them, and answers what was overridden; null when no rule refuses, so that no reason is kept
 * without need. Otherwise it refuses: with the first refusal, or with the first that staff may not override.
 */
export const checkRulesUnlessOverridden =
  <Case extends { readonly policy: Policy }, Refusal>({ rules, causesOf }: OverridableRules<Case, Refusal>) =>
  (reason: OverrideReason | undefined) =>
  (ruleCase: Case): Either<RefusalByRules<Refusal>, RefusalOverride | null> => {
    const refusals = refusalsOfAllRules(rules)(ruleCase)
    const [first] = refusals
    if (first === undefined) return E.right(null)
    const { overridableRefusals } = ruleCase.policy
    const mayBeOverridden = (refusal: Refusal): boolean =>
      causesOf(ruleCase)(refusal).every((cause) => overridableRefusals.some((one) => one === cause))
    const notOverridable = refusals.filter((refusal) => !mayBeOverridden(refusal))
    return reason !== undefined && notOverridable.length === 0
      ? E.right({ refusals: causesToRecord(refusals.flatMap(causesOf(ruleCase))), reason })
      : E.left({
          because: (reason === undefined ? undefined : notOverridable[0]) ?? first,
          ...(notOverridable.length === 0 ? { mayBeOverridden: true } : {}),
        })
  }
