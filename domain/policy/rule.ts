import { either as E, readonlyArray as RA } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** One reason, at most, why something may not be done in this case. */
export type Rule<Case, Refusal> = (of: Case) => Either<Refusal, void>

export const allowed: Either<never, void> = E.right(undefined)

/** Refuses with this answer wherever the condition holds. */
export const refuseWhen =
  <Refusal>(answer: Refusal) =>
  <Case>(holds: (of: Case) => boolean): Rule<Case, Refusal> =>
  (of) =>
    holds(of) ? E.left(answer) : allowed

/** Everything that stands against a case, in the order of the rules: what an act that has happened was done against. */
export const allRefusals =
  <Case, Refusal>(rules: ReadonlyArray<Rule<Case, Refusal>>) =>
  (of: Case): ReadonlyArray<Refusal> =>
    RA.lefts(rules.map((rule) => rule(of)))

/** The first thing that stands against a case: the answer to whoever asks. */
export const firstRefusal =
  <Case, Refusal>(rules: ReadonlyArray<Rule<Case, Refusal>>): Rule<Case, Refusal> =>
  (of) => {
    for (const rule of rules) {
      const answer = rule(of)
      if (E.isLeft(answer)) return answer
    }
    return allowed
  }
