import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { missingCopiesAfterShelfMark } from '../../../../../projections/copies/missing-copies'
import { compareShelfMarkKeys, shelfMarkKey } from '../../../../../projections/copies/shelf-mark-order'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageSortedByKey, PageQuery, readPageQuery } from '../../route/paging'
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

const pageOfMissingCopies = pageSortedByKey(compareShelfMarkKeys)(shelfMarkKey)

/** The copies that should be on a shelf, and are not. A scan of one ends that. */
export const readMissingCopiesRoute = defineReadRoute({
  path: '/missing-copies',
  name: 'readMissingCopies',
  summary:
    'Read the copies that were looked for and not found (savnede eksemplarer), by the branch where they were last, and shelf mark',
  tag: 'Collection',
  roles: staffAndAuditors,
  query: PageQuery,
  answer: objectCodec('MissingCopies', { copies: listCodec(MissingCopyAnswer), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { size, after } = readPageQuery(query)
    const { entries, next } = pageOfMissingCopies(query)(missingCopiesAfterShelfMark(after, size + 1)(rows))
    const copies = entries.map(({ copy, title, name, author, branch, homeBranch, shelfMark }) => {
      return { copy, title, name, author, branch, homeBranch, shelfMark }
    })
    return TE.right(answerWithBody({ copies, next }))
  },
})
