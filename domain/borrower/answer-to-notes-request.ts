import * as t from 'io-ts'
import { nullable, type DecodedMembers } from '../event/exact-record'
import { Day } from '../values/day'

/**
 * What staff answered. `given`: the notes after their review, null when there are none to give. `withheldBecause`: why
 * something was left out, null when nothing was.
 */
export const answerToNotesRequestFields = {
  answeredOn: Day,
  given: nullable(t.string),
  withheldBecause: nullable(t.string),
}
export type AnswerToNotesRequest = DecodedMembers<typeof answerToNotesRequestFields>
