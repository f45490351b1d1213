import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { PreferenceId } from '../../../../../domain/values/ids'
import { borrowerById, type BorrowerRecord } from '../../../../../projections/borrowers/borrower-record-queries'

import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { withHomeBranchInForce } from './home-branch-in-force'
import { readRowsAndBorrowerEtag, recordEtag } from './borrower-etag'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import {
  BorrowerChangedAnswer,
  borrowerInPath,
  BorrowerPathParameters,
  PreferencesCodec,
} from './borrower-request-codecs'

const path = '/borrowers/:borrower/preferences'

export const readPreferencesRoute = defineReadRoute({
  path,
  name: 'readPreferences',
  headers: ['ETag'],
  summary: 'Read home branch (tilhørsfilial) and language (sprog)',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: PreferencesCodec,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => readRowsAndBorrowerEtag(library, recordEtag)(borrower)),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(
          requireFound<BorrowerRecord>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
        ),
      ),
      TE.map(({ etag, body }) => ({ etag, body: withHomeBranchInForce(library)(body) })),
    ),
})

export const changePreferencesRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'changePreferences',
  headers: ['ETag'],
  summary:
    'Change home branch (tilhørsfilial) or language (sprog); the earlier ones are forgotten with the closing of the next month',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  body: PreferencesCodec,
  namedInBody: { branch: 'homeBranch' },
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor: next }) => ({
      type: 'ChangePreferences',
      borrower: request.params.borrower,
      preference: next('preference') as PreferenceId,
      ...request.body,
    })),
})
