import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../problems/http-failure'
import { recordOpeningOfDay } from '../../request-handling/record-opening'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { BorrowerOverviewAnswer } from './borrower-answer-codecs'
import { readBorrowerOverview, toBorrowerOverviewAnswer } from './borrower-overview'
import { BorrowerPathParameters } from './borrower-request-codecs'

/** A POST, because it records the opening. Nothing is shown when it cannot be recorded. */
export const openRecordRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/openings',
  name: 'openRecord',
  summary:
    'Open the record of a borrower for somebody of the staff to look at. It counts as looked at: the borrower is told the day, then the month, and why',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: objectCodec('RecordOpening', { reason: freeTextCodec(200) }),
  answer: objectCodec('OpenedRecord', { record: BorrowerOverviewAnswer }),
  handle: ({ params: { borrower }, body: { reason }, caller, library }) =>
    pipe(
      readCaughtUpRows(library),
      TE.flatMap(() => TE.fromEither(readBorrowerOverview(library, caller)(borrower))),
      TE.tap((): TE.TaskEither<HttpFailure, void> =>
        recordOpeningOfDay(library, caller)({ borrower, opened: 'record', reason, approvedBy: null }),
      ),
      TE.map((overview) => answerWithBody({ record: toBorrowerOverviewAnswer(library, caller)(overview) })),
    ),
})
