import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'
import type { JsonSchema } from '../codecs/codec-with-schema'
import { videoRefusalReasonTexts } from '../problems/video-refusal-texts'
import { httpFailureTexts } from '../problems/http-failure-texts'
import { problemTypeOf } from '../problems/problem-details'
import {
  lendingRefusalReasonTexts,
  renewalRefusalReasonTexts,
  reservationRefusalReasonTexts,
} from '../problems/refusal-reason-texts'
import {
  nationalCodeOfReservationRefusal,
  renewalReasons,
  reservationRefusalReasons,
} from '../problems/refusal-reasons'
import { tokenRefusalTexts } from '../problems/token-refusal-texts'
import type { FailureTag } from '../problems/http-failure'
import { CallerRole } from '../tokens/caller'

const text = (description: string): JsonSchema => ({ type: 'string', description })
const choice = (values: ReadonlyArray<string>, description: string): JsonSchema => ({
  type: 'string',
  enum: [...new Set(values)].sort(),
  description,
})
const day = (description: string): JsonSchema => ({ type: 'string', format: 'date', description })
const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description })

const fieldError: JsonSchema = {
  type: 'object',
  description: 'An invalid place in the request. Its value is not repeated',
  properties: {
    in: choice(['body', 'query', 'path', 'header'], 'The part of the request'),
    pointer: text('A JSON pointer into that part; for a header its name'),
    detail: text('What would be right, in the language of the answer'),
  },
  required: ['in', 'pointer', 'detail'],
  additionalProperties: false,
}

const obstacle: JsonSchema = {
  type: 'object',
  description: 'What the borrower still has or owes',
  properties: {
    what: choice(
      ['loans', 'reservations', 'setAsides', 'unfinishedPayments', 'unpaidReimbursements', 'owed'],
      'What it is',
    ),
    count: count('How many there are'),
    ore: count('How much is owed, in øre'),
  },
  required: ['what'],
  additionalProperties: false,
}

const problemTypes = (Object.keys(httpFailureTexts) as FailureTag[]).map(problemTypeOf)

/** Why a day cannot be closed, or nothing is erased, until an administrator confirms the date. */
const dateDoubts = ['missingDays', 'clockWentBack']

/** What the national systems call another reason for denying a renewal. */
const otherRenewalReasons = ['tooEarly', 'claimedReturned']

const reasons = [
  ...Object.keys(lendingRefusalReasonTexts),
  ...Object.values(reservationRefusalReasons),
  ...Object.values(renewalReasons),
  ...otherRenewalReasons,
  ...Object.keys(tokenRefusalTexts),
  ...dateDoubts,
  ...Object.keys(videoRefusalReasonTexts),
]

const reservationNationalCodes = (Object.keys(reservationRefusalReasonTexts) as ReservationRefusal[]).map(
  nationalCodeOfReservationRefusal,
)

const nationalCodes = [...reservationNationalCodes, ...Object.keys(renewalRefusalReasonTexts)]

const branchInProblem: JsonSchema = {
  type: 'object',
  description: 'A branch of the library',
  properties: { branch: text('Its ISIL'), name: text('Its name, in Danish or English') },
  required: ['branch', 'name'],
  additionalProperties: false,
}

const refusedTitle: JsonSchema = {
  type: 'object',
  description: 'A title that cannot be reserved',
  properties: {
    index: count('Its place in the request, from 0'),
    because: choice(Object.values(reservationRefusalReasons), 'The reason'),
    nationalCode: choice(reservationNationalCodes, 'The same reason under its name in the national systems'),
  },
  required: ['index', 'because', 'nationalCode'],
  additionalProperties: false,
}

/** The JSON Schema of problem details (RFC 9457), with the members that some types have. */
export const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Why a request failed (RFC 9457)',
  properties: {
    type: choice(problemTypes, 'The type of the problem. It never changes'),
    title: text('The type in words, in Danish or English'),
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'The status of the answer' },
    detail: text('What is wrong, in Danish or English'),
    errors: {
      type: 'array',
      items: fieldError,
      maxItems: 20,
      description: 'The invalid places of the request, at most 20',
    },
    because: choice(reasons, 'The reason, spelled alike in each problem'),
    nationalCode: choice(nationalCodes, 'The same reason under its name in the national systems'),
    mayBeOverridden: {
      type: 'boolean',
      const: true,
      description: 'The policy lets staff override the refusal: the same request with `overrideReason` goes on',
    },
    obstacles: {
      type: 'array',
      items: obstacle,
      description:
        'What must be returned or paid before. A legal hold (stop for sletning) may stand in the way too, and is not told here',
    },
    roles: {
      type: 'array',
      items: { type: 'string', enum: Object.keys(CallerRole.keys) },
      description: 'The roles that may',
    },
    which: choice(['number', 'card', 'cpr'], 'The number that is in use'),
    titles: {
      type: 'array',
      items: refusedTitle,
      description: 'The titles of a parallel reservation that are refused',
    },
    atMost: count('How many there may be'),
    days: count('How many days overdue the loan must be'),
    lentOn: day('The day of lending'),
    returnedOn: day('The day of the return'),
    renewableFrom: day('The first day on which the loan may be renewed'),
    latest: day('The latest day that may be named'),
    sum: count('What the fees come to, in øre'),
    left: count('What is left to give back or to demand again, in øre'),
    stream: text('The stream that has changed or is damaged, when its name points to no person'),
    log: choice(['circulation', 'persons'], 'The log of the event that cannot be read'),
    revision: count('The place of that event in its stream, from 0'),
    expected: { type: ['integer', 'string'], description: 'The revision that the command expected' },
    actual: { type: ['integer', 'string'], description: 'The revision that the stream has' },
    step: text('The step of the closing that was refused'),
    earliest: day('The earliest day that may be named'),
    today: day('The date of the library today'),
    allowed: { type: 'array', items: { type: 'string' }, description: 'The methods that the path has' },
    branches: { type: 'array', items: branchInProblem, description: 'The branches that the library has' },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
}
