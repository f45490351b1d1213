import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import type { HoldExplanation } from '../../../../../domain/hold/hold-explanation'
import { prolongLegalHold, releaseLegalHold } from '../../../../../domain/use-cases/change-legal-hold'
import { setLegalHold } from '../../../../../domain/use-cases/set-legal-hold'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, HoldId, ScopeId } from '../../../../../domain/values/ids'
import { operatorsOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import type { HttpCaller } from '../../tokens/caller'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { LegalHoldPathParameters, LegalHoldReason } from './legal-hold-codecs'

/** The subject of the token: who sets the hold. */
const subjectOf = (caller: HttpCaller): string => (caller.role === 'anyone' ? '' : caller.subject)

const commandOf = ({ caller, library, origin }: RouteRequest<unknown, unknown, unknown>) => ({
  by: subjectOf(caller),
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin,
})

const NewHoldBody = objectCodec(
  'NewHold',
  { scope: ScopeId, lastDay: Day, why: LegalHoldReason, caseNumber: freeTextCodec(100) },
  { basisForBorrower: freeTextCodec(200), reasonForBorrower: freeTextCodec(500), disputeWith: BorrowerId },
)

const isMissing = (member: string): HttpFailure => ({
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: `/${member}`,
      text: { da: 'mangler: grundlag og grund hører sammen', en: 'is missing: basis and reason belong together' },
    },
  ],
})

/** What the borrower is told: both, or nothing of a hold that may not be told. */
const explanationIn = ({
  basisForBorrower: basis,
  reasonForBorrower: reason,
}: t.TypeOf<typeof NewHoldBody>): E.Either<HttpFailure, HoldExplanation | null> => {
  if (basis === undefined && reason === undefined) return E.right(null)
  if (basis === undefined) return E.left(isMissing('basisForBorrower'))
  return reason === undefined ? E.left(isMissing('reasonForBorrower')) : E.right({ basis, reason })
}

export const setLegalHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds',
  name: 'setHold',
  summary:
    'Set a legal hold on a record of a borrower (a loan, a fee, the borrower and so on, by its id): it is not erased until the last day, which is the last day of a month and at most twelve months away. The borrower is told what `basisForBorrower` and `reasonForBorrower` say; without them, of nothing',
  tag: 'Administration',
  roles: operatorsOnly,
  body: NewHoldBody,
  status: 201,
  answer: objectCodec('HoldSet', { hold: HoldId }),
  handle: (request) =>
    pipe(
      TE.fromEither(explanationIn(request.body)),
      TE.chainW((explanation) => {
        const { scope, lastDay, why, caseNumber, disputeWith = null } = request.body
        const hold = { scope, lastDay, why, caseNumber, explanation, disputeWith }
        return setLegalHold(request.library.useCaseDependencies)({ ...commandOf(request), ...hold })
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ hold }) => answerWithBody({ hold })),
    ),
})

export const prolongLegalHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds/:hold/prolong',
  name: 'prolongHold',
  summary: 'Prolong a legal hold to a later last day of a month, at most twelve months away',
  tag: 'Administration',
  roles: operatorsOnly,
  params: LegalHoldPathParameters,
  body: objectCodec('HoldProlongation', { lastDay: Day, why: LegalHoldReason }),
  answer: objectCodec('HoldProlonged', { hold: HoldId, lastDay: Day }),
  handle: (request) =>
    pipe(
      prolongLegalHold(request.library.useCaseDependencies)({
        ...commandOf(request),
        ...request.params,
        ...request.body,
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ ...request.params, lastDay: request.body.lastDay })),
    ),
})

export const releaseLegalHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds/:hold/release',
  name: 'releaseHold',
  summary: 'Release a legal hold: it ends when today is closed, and what was due meanwhile is erased then',
  tag: 'Administration',
  roles: operatorsOnly,
  params: LegalHoldPathParameters,
  body: objectCodec('HoldRelease', { why: LegalHoldReason }),
  answer: objectCodec('HoldReleased', { hold: HoldId }),
  handle: (request) =>
    pipe(
      releaseLegalHold(request.library.useCaseDependencies)({
        ...commandOf(request),
        ...request.params,
        ...request.body,
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody(request.params)),
    ),
})
