import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import type { CopyRow } from '../../../../../projections/copies/copies-table'
import { missingCopies } from '../../../../../projections/copies/copy-queries'
import { staffAndAuditors } from '../../access/roles'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPage, pageOf, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const MissingCopyAnswer = objectCodec('MissingCopy', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  author: nullableCodec(t.string),
  branch: BranchId,
  homeBranch: BranchId,
  shelfMark: nullableCodec(t.string),
})

/** By branch, shelf mark and name, as the search list is. */
const pageOfMissingCopies = pageOf(
  ({ branch, shelfMark, name, copy }: CopyRow) =>
    `${branch} ${shelfMark?.slice(0, 40) ?? ''} ${name.slice(0, 40)} ${copy}`,
)

/** The copies that should be on a shelf, and are not. A scan of one ends that. */
export const readMissingCopiesRoute = defineReadRoute({
  path: '/missing-copies',
  name: 'readMissingCopies',
  summary:
    'Read the copies that were looked for and not found (savnede eksemplarer), by the branch where they were last, and shelf mark',
  tag: 'Collection',
  roles: staffAndAuditors,
  query: PageQuery,
  answer: objectCodec('MissingCopies', { copies: listCodec(MissingCopyAnswer), ...nextPage }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfMissingCopies(query)(missingCopies(rows))
    const copies = entries.map(({ copy, title, name, author, branch, homeBranch, shelfMark }) => {
      return { copy, title, name, author, branch, homeBranch, shelfMark }
    })
    return TE.right(answerWithBody({ copies, next }))
  },
})
