import { either as E, readonlyArray as RA } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Answers at most one refusal for a case. */
export type PolicyRule<Case, Refusal> = (ruleCase: Case) => Either<Refusal, void>

const noRefusal: Either<never, void> = E.right(undefined)

/** A rule that refuses with the given answer when the condition holds. */
export const refuseWhen =
  <Refusal>(answer: Refusal) =>
  <Case>(condition: (ruleCase: Case) => boolean): PolicyRule<Case, Refusal> =>
  (ruleCase) =>
    condition(ruleCase) ? E.left(answer) : noRefusal

/** All refusals for a case, in the order of the rules. A recorded act names them. */
export const refusalsOfAllRules =
  <Case, Refusal>(rules: ReadonlyArray<PolicyRule<Case, Refusal>>) =>
  (ruleCase: Case): ReadonlyArray<Refusal> =>
    RA.lefts(rules.map((rule) => rule(ruleCase)))

/** The first refusal for a case. */
export const firstRefusal =
  <Case, Refusal>(rules: ReadonlyArray<PolicyRule<Case, Refusal>>): PolicyRule<Case, Refusal> =>
  (ruleCase) => {
    for (const rule of rules) {
      const answer = rule(ruleCase)
      if (E.isLeft(answer)) return answer
    }
    return noRefusal
  }
