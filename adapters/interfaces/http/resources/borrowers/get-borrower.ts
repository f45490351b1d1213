import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { deskAuditAndOwn } from '../../access/roles'
import { edge } from '../../problems/edge-failure'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import { BorrowerPath } from './codecs'
import { overviewFor, overviewSent } from './overview'
import { OverviewView } from './views'

export const getBorrower = read({
  path: '/borrowers/:borrower',
  name: 'readBorrower',
  about: 'All that is held on a borrower (låner)',
  area: 'Borrowers',
  roles: deskAuditAndOwn,
  params: BorrowerPath,
  answer: OverviewView,
  handle: ({ params: { borrower }, system, caller }) =>
    pipe(borrower, overviewFor(system, caller), E.map(overviewSent(caller)), E.map(answered), TE.fromEither),
})

export const getMe = read({
  path: '/me',
  name: 'readMe',
  about: 'All that is held on the borrower who asks',
  area: 'Borrowers',
  roles: ['borrower'],
  answer: OverviewView,
  handle: ({ system, caller }) =>
    caller.role === 'borrower'
      ? pipe(caller.subject, overviewFor(system, caller), E.map(overviewSent(caller)), E.map(answered), TE.fromEither)
      : TE.left(edge('RoleIsMissing')),
})
