import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { copiesOnShelfOfBranch } from '../../../../../projections/copies/copy-queries'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { cursorAfterKey, nextPageMember, PageQuery, readPageQuery } from '../../route/paging'
import { defineReadRoute } from '../../route/define-route'
import { requireKnownBranch } from './require-known-branch'

const CopiesLeftAnswer = objectCodec('CopiesLeft', {
  copies: listCodec(
    objectCodec('CopyLeft', { copy: CopyId, title: TitleId, name: t.string, author: nullableCodec(t.string) }),
  ),
  ...nextPageMember,
})

export const listCopiesLeftAtBranchRoute = defineReadRoute({
  path: '/branches/:branch/copies-left',
  name: 'readCopiesLeft',
  summary: 'List the copies that stand on the shelves of a branch: those to move when it closes',
  tag: 'Collection',
  roles: staffAndAuditors,
  params: objectCodec('BranchPath', { branch: BranchId }),
  query: PageQuery,
  answer: CopiesLeftAnswer,
  handle: ({ params: { branch }, query, library }) =>
    pipe(
      TE.fromEither(requireKnownBranch(library)(branch)),
      TE.map(() => {
        const { size, after } = readPageQuery(query)
        const found = copiesOnShelfOfBranch(branch, after as CopyId, size + 1)(library.rows)
        const copies = found.slice(0, size)
        const last = copies.at(-1)
        const next = last === undefined || found.length <= size ? null : cursorAfterKey(last.copy)
        return { body: { copies, next } }
      }),
    ),
})
