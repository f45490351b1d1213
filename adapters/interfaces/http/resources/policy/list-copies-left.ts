import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { copiesLeftAt } from '../../../../../projections/copies/copy-queries'
import { staffAndAuditors } from '../../access/roles'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { requireKnownBranch } from './require-known-branch'

const pageSize = 500

const CopiesLeftAnswer = objectCodec('CopiesLeft', {
  copies: listCodec(
    objectCodec('CopyLeft', { copy: CopyId, title: TitleId, name: t.string, author: nullableCodec(t.string) }),
  ),
})

export const readCopiesLeftRoute = defineReadRoute({
  path: '/branches/:branch/copies-left',
  name: 'readCopiesLeft',
  summary: 'List the copies that stand on the shelves of a branch, 500 at a time: those to move when it closes',
  tag: 'Collection',
  roles: staffAndAuditors,
  params: objectCodec('BranchPath', { branch: BranchId }),
  query: objectCodec('CopiesLeftQuery', {}, { following: CopyId }),
  answer: CopiesLeftAnswer,
  handle: ({ params: { branch }, query: { following }, library }) =>
    pipe(
      TE.fromEither(requireKnownBranch(library)(branch)),
      TE.map(() => ({ body: { copies: copiesLeftAt(branch, following, pageSize)(library.rows) } })),
    ),
})
