import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ClassOpening } from '../../../../../domain/access/class-opening'
import {
  approveClassOpening,
  findClassOpening,
  requestClassOpening,
  type ClassOpeningRefused,
} from '../../../../../domain/use-cases/open-class'
import { administratorsAndAuditors, operatorsOnly } from '../../access/caller-roles-of-routes'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import {
  ChangedClassOpeningAnswer,
  ClassOpeningAnswer,
  ClassOpeningPath,
  classOpenerOf,
  NewClassOpening,
  toClassOpeningAnswer,
} from './class-opening-codecs'

/** An opening that is in force, or waits for its approval. */
export const requireClassOpening = (library: RunningLibrary, id: string): TE.TaskEither<HttpFailure, ClassOpening> =>
  pipe(
    findClassOpening(library)(id),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.filterOrElse(
      (opening): opening is ClassOpening => opening !== undefined,
      (): HttpFailure => httpRequestFailure('ClassOpeningIsUnknown'),
    ),
  )

const toHttpFailure = (failure: ClassOpeningRefused | Exclude<HttpFailure, ClassOpeningRefused>): HttpFailure =>
  failure._tag === 'ClassOpeningIsUnknown' || failure._tag === 'ApproverIsTheSame'
    ? httpRequestFailure(failure._tag)
    : failure

export const requestClassOpeningRoute = defineCommandRoute({
  method: 'post',
  path: '/class-openings',
  name: 'requestClassOpening',
  summary:
    'Ask that one class of sealed data is opened, with a written reason and for some hours. Nothing is opened until an administrator, who is another person, approves it',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  body: NewClassOpening,
  answer: ChangedClassOpeningAnswer,
  status: 201,
  handle: ({ body, caller, library }) => {
    const { shortTerm, useCaseDependencies } = library
    const request = { ...body, ...classOpenerOf(caller) }
    return pipe(
      requestClassOpening({ shortTerm, random: useCaseDependencies.commandHandling.random })(request),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map((id) => answerWithBody(toClassOpeningAnswer(id)({ ...request, approvedBy: null }))),
    )
  },
})

export const readClassOpeningRoute = defineReadRoute({
  path: '/class-openings/:opening',
  name: 'readClassOpening',
  summary: 'Read what is asked to be opened, by whom and why, and whether it is approved, until it has ended',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  params: ClassOpeningPath,
  answer: ClassOpeningAnswer,
  handle: ({ params: { opening }, library }) =>
    pipe(
      requireClassOpening(library, opening),
      TE.map((found) => answerWithBody(toClassOpeningAnswer(opening)(found))),
    ),
})

export const approveClassOpeningRoute = defineCommandRoute({
  method: 'post',
  path: '/class-openings/:opening/approval',
  name: 'approveClassOpening',
  summary:
    'Approve, as another person than the one who asked, that a class is opened. It is open for the one who asked, until its hours are over',
  tag: 'Administration',
  roles: operatorsOnly,
  params: ClassOpeningPath,
  answer: ChangedClassOpeningAnswer,
  handle: ({ params: { opening }, caller, library }) =>
    pipe(
      approveClassOpening(library)(opening, classOpenerOf(caller)),
      TE.mapLeft(toHttpFailure),
      TE.map((approved) => answerWithBody(toClassOpeningAnswer(opening)(approved))),
    ),
})
