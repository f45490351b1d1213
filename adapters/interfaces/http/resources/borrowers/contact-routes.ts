import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ContactDetails } from '../../../../../domain/borrower/contact-details'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { ContactId } from '../../../../../domain/values/ids'
import { contactOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import { isProtectedFrom, withholdAddress } from '../../access/withhold-protected'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers, staffAuditorsAndBorrowers } from '../../access/caller-roles-of-routes'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { readRowsAndBorrowerEtag, recordEtag } from './borrower-etag'
import { sendEmailLinkAfterChange } from './send-email-link-after-change'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { BorrowerChangedAnswer, borrowerInPath, BorrowerPathParameters, ContactBody } from './borrower-request-codecs'
import { ContactAnswer } from './borrower-answer-codecs'

const path = '/borrowers/:borrower/contact'

export const readContactRoute = defineReadRoute({
  path,
  name: 'readContact',
  headers: ['ETag'],
  summary: 'Read the contact details of a borrower',
  tag: 'Borrowers',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  answer: ContactAnswer,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => readRowsAndBorrowerEtag(library, recordEtag)(borrower)),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(
          requireFound<ContactDetails>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(
            contactOfBorrower(borrower)(rows),
          ),
        ),
      ),
      TE.map(({ etag, rows, body }) => ({
        etag,
        body: isProtectedFrom(caller, rows)(borrower) ? withholdAddress(body) : body,
      })),
    ),
})

export const changeContactRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'changeContact',
  headers: ['ETag'],
  summary:
    'Change the contact details of a borrower; the earlier ones are forgotten with the closing of the next month. A new e-mail for notices gets a link by which it is verified',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  body: ContactBody,
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    pipe(
      changeBorrowerIfMatch(request)(({ idFor: next }) => ({
        type: 'ChangeContact',
        borrower: request.params.borrower,
        contact: next('contact') as ContactId,
        contactDetails: request.body,
      })),
      TE.tap(() => sendEmailLinkAfterChange(request)(request.params.borrower)),
    ),
})
