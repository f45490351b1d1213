import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/aggregate'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { borrowerById } from '../../../../../projections/borrowers/queries'
import type { Borrower } from '../../../../../projections/borrowers/rows'
import { ownOnly } from '../../access/own'
import { deskAndOwn } from '../../access/roles'
import { command, read } from '../../route/define'
import { found } from '../ready'
import { taggedRows } from '../tagged-rows'
import { changeWith } from './change'
import { BorrowerChanged, BorrowerPath, PreferencesSent } from './codecs'

const path = '/borrowers/:borrower/preferences'

export const getPreferences = read({
  path,
  name: 'readPreferences',
  about: 'Home branch (tilhørsfilial) and language (sprog)',
  area: 'Borrowers',
  roles: deskAndOwn,
  params: BorrowerPath,
  answer: PreferencesSent,
  handle: ({ params: { borrower }, caller, system }) =>
    pipe(
      TE.fromEither(ownOnly(caller)(borrower)),
      TE.chain(() => taggedRows(system)(borrowerAggregate(system.library.policy), borrower)),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(found<Borrower>(refused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows))),
      ),
      TE.map(({ etag, body }) => ({ etag, body })),
    ),
})

export const putPreferences = command({
  method: 'put',
  path,
  name: 'changePreferences',
  about: 'Choose another home branch (tilhørsfilial) or language (sprog)',
  area: 'Borrowers',
  roles: deskAndOwn,
  params: BorrowerPath,
  body: PreferencesSent,
  ifMatch: 'must',
  answer: BorrowerChanged,
  handle: (call) =>
    changeWith(call)(() => ({ type: 'ChangePreferences', borrower: call.params.borrower, ...call.body })),
})
