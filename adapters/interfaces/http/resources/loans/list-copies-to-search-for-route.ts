import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../../../../domain/values/ids'
import { listCopiesClaimedReturned, type ClaimedLoan } from '../../../../../projections/loans/claimed-loans'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

const ClaimedLoanAnswer = objectCodec('ClaimedLoan', {
  loan: personalValueCodec('loan')(LoanId),
  copy: CopyId,
  title: TitleId,
  name: t.string,
  homeBranch: BranchId,
  shelfMark: nullableCodec(t.string),
  claimedOn: personalValueCodec('loan')(Day),
  writtenOffOn: personalValueCodec('loan')(Day),
  borrower: personalValueCodec('loan')(BorrowerId),
})

/** By branch, shelf mark and name: the order in which somebody walks along the shelves. */
const pageOfSearchList = pageOfSortedList(
  ({ homeBranch, shelfMark, name, copy }: ClaimedLoan) =>
    `${homeBranch} ${shelfMark?.slice(0, 40) ?? ''} ${name.slice(0, 40)} ${copy}`,
)

/** The copies to look for. */
export const listCopiesToSearchForRoute = defineReadRoute({
  path: '/claimed-returned',
  name: 'readSearchList',
  summary:
    'Read the copies that borrowers say they returned and that are not found (søgeliste), by branch and shelf mark',
  tag: 'Loans',
  roles: staffAndAuditors,
  query: PageQuery,
  answer: objectCodec('SearchList', { loans: listCodec(ClaimedLoanAnswer), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfSearchList(query)(listCopiesClaimedReturned(rows))
    const loans = entries.map(({ claimEndsOn: writtenOffOn, ...row }) => {
      const { loan, copy, title, name, homeBranch, shelfMark, claimedOn, borrower } = row
      return { loan, copy, title, name, homeBranch, shelfMark, claimedOn, writtenOffOn, borrower }
    })
    return TE.right(answerWithBody({ loans, next }))
  },
})
