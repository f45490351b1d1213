import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { AbsenceId } from '../../../../../domain/values/ids'
import { absenceOfBorrower } from '../../../../../projections/absences/absence-queries'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { BorrowerRow } from '../../../../../projections/borrowers/borrower-tables'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { readRowsAndBorrowerEtag, recordEtag } from './borrower-etag'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { AbsenceBody, BorrowerChangedAnswer, borrowerInPath, BorrowerPathParameters } from './borrower-request-codecs'
import { AbsencePeriodAnswer } from './borrower-answer-codecs'

const path = '/borrowers/:borrower/absence'

export const readAbsenceRoute = defineReadRoute({
  path,
  name: 'readAbsence',
  headers: ['ETag'],
  summary: 'Read the absence period (fraværsperiode) of a borrower',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: objectCodec('Absence', { period: nullableCodec(AbsencePeriodAnswer) }),
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => readRowsAndBorrowerEtag(library, recordEtag)(borrower)),
      TE.chainFirst(({ rows }) =>
        TE.fromEither(
          requireFound<BorrowerRow>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
        ),
      ),
      TE.map(({ etag, rows }) => ({ etag, body: { period: absenceOfBorrower(borrower)(rows) ?? null } })),
    ),
})

export const setAbsenceRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'setAbsence',
  headers: ['ETag'],
  summary:
    'Set the absence period (fraværsperiode) of a borrower: reservations are not fulfilled in it, and the queue place is kept',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  body: AbsenceBody,
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor }) => ({
      type: 'SetAbsence',
      borrower: request.params.borrower,
      absence: idFor('absence') as AbsenceId,
      ...request.body,
      today: request.library.useCaseDependencies.commandHandling.clock.today(),
    })),
})

export const removeAbsenceRoute = defineCommandRoute({
  method: 'delete',
  path,
  name: 'removeAbsence',
  headers: ['ETag'],
  summary: 'Remove the absence period (fraværsperiode): reservations are fulfilled again from now on',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(() => ({ type: 'RemoveAbsence', borrower: request.params.borrower })),
})
