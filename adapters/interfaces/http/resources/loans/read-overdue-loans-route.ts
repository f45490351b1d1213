import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, CopyId, LoanId, TitleId } from '../../../../../domain/values/ids'
import { overdueLoans, rowsOfOverdueLoans, type OverdueLoan } from '../../../../../projections/loans/overdue-loans'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { deadlineToday } from '../deadline-today'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

const OverdueLoanAnswer = objectCodec('OverdueLoan', {
  loan: personalValueCodec('loan')(LoanId),
  copy: CopyId,
  title: TitleId,
  name: t.string,
  lentOn: personalValueCodec('loan')(Day),
  dueOn: personalValueCodec('loan')(Day),
  borrower: personalValueCodec('loan')(BorrowerId),
})

const pageOfLoans = pageOfSortedList(({ dueOn, loan }: OverdueLoan) => `${dueOn} ${loan}`)

/**
 * Overdue loans, longest overdue first. A line has the id of the borrower, because staff must reach whoever has the copy, and
 * the id is the only way to the record, the messages and the fees. It names nobody, and auditors see a mark in its place. The
 * line opens no record; whoever follows the id to the record has looked at it. Name, number and address stand on no line.
 */
export const readOverdueLoansRoute = defineReadRoute({
  path: '/overdue',
  name: 'readOverdueLoans',
  summary: 'Read the loans that are overdue today (overskredet), longest overdue first',
  tag: 'Loans',
  roles: staffAndAuditors,
  query: PageQuery,
  answer: objectCodec('OverdueLoans', { today: Day, loans: listCodec(OverdueLoanAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const today = library.useCaseDependencies.commandHandling.clock.today()
    const { entries, next } = pageOfLoans(query)(overdueLoans(deadlineToday(library))(today)(library.rows))
    return TE.right(answerWithBody({ today, loans: rowsOfOverdueLoans(entries)(library.rows), next }))
  },
})
