import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { NoteId } from '../../../../../domain/values/ids'
import { heldNotesRequests } from '../../../../../projections/held-data/held-notes-requests'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { readDaysOfForgetting } from '../holds/days-of-forgetting'
import { HeldNotesRequest } from '../personal-data/held-record-codecs'
import { BorrowerChangedAnswer, borrowerInPath, BorrowerPathParameters } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { checkBorrowerExists } from './check-borrower-exists'

const path = '/borrowers/:borrower/notes-request'

const AnswerBody = objectCodec('NewAnswerToNotesRequest', {
  given: nullableCodec(freeTextCodec(2000)),
  withheldBecause: nullableCodec(freeTextCodec(500)),
})

export const readNotesRequestsRoute = defineReadRoute({
  path,
  name: 'readNotesRequests',
  summary: 'Read the requests of a borrower to see the notes that are for staff alone, with the answers',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: objectCodec('NotesRequests', { requests: listCodec(HeldNotesRequest) }),
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => checkBorrowerExists(library)(borrower)),
      TE.map(() => heldNotesRequests(defaultRetentionPeriods.monthsInPersons)(borrower)(library.rows)),
      TE.map((held) => {
        const { areNamed } = readDaysOfForgetting(library, borrower)
        const requests = held?.requests ?? []
        return answerWithBody({
          requests: requests.map((one) => ({ ...one, forgottenOn: areNamed ? one.forgottenOn : null })),
        })
      }),
    ),
})

export const requestNotesRoute = defineCommandRoute({
  method: 'post',
  path,
  name: 'requestNotes',
  headers: ['ETag'],
  summary: 'Ask to see the notes that are for staff alone: staff review them, and answer within a month',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor }) => ({
      type: 'RequestNotes',
      borrower: request.params.borrower,
      note: idFor('note') as NoteId,
      today: request.library.useCaseDependencies.commandHandling.clock.today(),
    })),
})

export const answerNotesRequestRoute = defineCommandRoute({
  method: 'post',
  path: `${path}/answer`,
  name: 'answerNotesRequest',
  headers: ['ETag'],
  summary: 'Answer the request of a borrower to see the notes: what is given, and why something is left out',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: AnswerBody,
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(() => ({
      type: 'AnswerNotesRequest',
      borrower: request.params.borrower,
      answer: {
        answeredOn: request.library.useCaseDependencies.commandHandling.clock.today(),
        ...request.body,
      },
    })),
})
