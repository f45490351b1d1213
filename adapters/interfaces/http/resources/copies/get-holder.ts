import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { copyAndHolder, type CopyAndHolder } from '../../../../../projections/copies/queries'
import { deskAndAudit } from '../../access/roles'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import { found } from '../ready'
import { CopyPath, HolderView } from './views'

export const getHolder = read({
  path: '/copies/:copy/holder',
  name: 'readHolder',
  about: 'Who has a copy on loan, or whom it is kept for',
  area: 'Collection',
  roles: deskAndAudit,
  params: CopyPath,
  answer: HolderView,
  handle: ({ params: { copy }, system }) =>
    pipe(
      copyAndHolder(copy)(system.rows),
      found<CopyAndHolder>(refused({ _tag: 'CopyIsUnknown' })),
      E.map(({ copy: { status }, loan, keptFor }) => ({ copy, status, loan: loan ?? null, keptFor: keptFor ?? null })),
      E.map(answered),
      TE.fromEither,
    ),
})
