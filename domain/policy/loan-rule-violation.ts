import * as t from 'io-ts'
import { LendingRefusalTag } from './lending-refusal'

/** What a loan that has already happened was against: the rules that it broke, or a branch that did not exist. */
export const LoanRuleViolation = t.keyof({ ...LendingRefusalTag.keys, branchUnknown: null })
export type LoanRuleViolation = t.TypeOf<typeof LoanRuleViolation>
