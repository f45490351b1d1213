import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../../../../domain/values/ids'
import { searchList } from '../../../../../projections/loans/claimed-loans'
import { staffAndAuditors } from '../../access/roles'
import { listCodec } from '../../codecs/nullable-and-list'
import { personalValue } from '../../codecs/personal-value'
import { objectCodec } from '../../codecs/object-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

const ClaimedLoanAnswer = objectCodec('ClaimedLoan', {
  loan: personalValue('loan')(LoanId),
  copy: CopyId,
  title: TitleId,
  name: t.string,
  homeBranch: BranchId,
  claimedOn: personalValue('loan')(Day),
  writtenOffOn: personalValue('loan')(Day),
  borrower: personalValue('loan')(BorrowerId),
})

/** The copies to look for, by name. */
export const readSearchListRoute = defineReadRoute({
  path: '/claimed-returned',
  name: 'readSearchList',
  summary: 'Read the copies that borrowers say they returned and that are not found (søgeliste), by name',
  tag: 'Loans',
  roles: staffAndAuditors,
  answer: objectCodec('SearchList', { loans: listCodec(ClaimedLoanAnswer) }),
  handle: ({ library: { rows } }) =>
    TE.right(
      answerWithBody({
        loans: searchList(rows).map(({ loan, copy, title, name, homeBranch, claimedOn, claimEndsOn, borrower }) => ({
          ...{ loan, copy, title, name, homeBranch, claimedOn, borrower },
          writtenOffOn: claimEndsOn,
        })),
      }),
    ),
})
