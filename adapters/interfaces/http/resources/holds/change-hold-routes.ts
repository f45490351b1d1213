import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { prolongHold, releaseHold } from '../../../../../domain/use-cases/change-hold'
import { setLegalHold } from '../../../../../domain/use-cases/set-legal-hold'
import { Day } from '../../../../../domain/values/day'
import { HoldId, ScopeId } from '../../../../../domain/values/ids'
import { operatorsOnly } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import type { HttpCaller } from '../../tokens/caller'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { HoldParameters, HoldReason } from './hold-codecs'

/** The subject of the token: who sets the hold. */
const subjectOf = (caller: HttpCaller): string => (caller.role === 'anyone' ? '' : caller.subject)

const commandOf = ({ caller, library, origin }: RouteRequest<unknown, unknown, unknown>) => ({
  by: subjectOf(caller),
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin,
})

export const setHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds',
  name: 'setHold',
  summary:
    'Set a legal hold on a record of a borrower (a loan, a fee, the borrower and so on, by its id): it is not erased until the last day, which is the last day of a month and at most twelve months away',
  tag: 'Administration',
  roles: operatorsOnly,
  body: objectCodec('NewHold', { scope: ScopeId, lastDay: Day, why: HoldReason, caseNumber: freeText(100) }),
  status: 201,
  answer: objectCodec('HoldSet', { hold: HoldId }),
  handle: (request) =>
    pipe(
      setLegalHold(request.library.useCaseDependencies)({ ...commandOf(request), ...request.body }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ hold }) => answerWithBody({ hold })),
    ),
})

export const prolongHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds/:hold/prolong',
  name: 'prolongHold',
  summary: 'Prolong a legal hold to a later last day of a month, at most twelve months away',
  tag: 'Administration',
  roles: operatorsOnly,
  params: HoldParameters,
  body: objectCodec('HoldProlongation', { lastDay: Day, why: HoldReason }),
  answer: objectCodec('HoldProlonged', { hold: HoldId, lastDay: Day }),
  handle: (request) =>
    pipe(
      prolongHold(request.library.useCaseDependencies)({ ...commandOf(request), ...request.params, ...request.body }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ ...request.params, lastDay: request.body.lastDay })),
    ),
})

export const releaseHoldRoute = defineCommandRoute({
  method: 'post',
  path: '/holds/:hold/release',
  name: 'releaseHold',
  summary: 'Release a legal hold: it ends when today is closed, and what was due meanwhile is erased then',
  tag: 'Administration',
  roles: operatorsOnly,
  params: HoldParameters,
  body: objectCodec('HoldRelease', { why: HoldReason }),
  answer: objectCodec('HoldReleased', { hold: HoldId }),
  handle: (request) =>
    pipe(
      releaseHold(request.library.useCaseDependencies)({ ...commandOf(request), ...request.params, ...request.body }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody(request.params)),
    ),
})
