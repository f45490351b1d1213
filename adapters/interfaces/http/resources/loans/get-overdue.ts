import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, CopyId, LoanId, TitleId } from '../../../../../domain/values/ids'
import { overdue } from '../../../../../projections/loans/overdue'
import { deskAndAudit } from '../../access/roles'
import { listOf } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'
import { answered } from '../../route/call'
import { read } from '../../route/define'

const OverdueLoan = shape('OverdueLoan', {
  loan: personal('loan')(LoanId),
  copy: CopyId,
  title: TitleId,
  name: t.string,
  lentOn: personal('loan')(Day),
  dueOn: personal('loan')(Day),
  borrower: personal('loan')(BorrowerId),
})

/** The overdue list, longest overdue first. */
export const getOverdue = read({
  path: '/overdue',
  name: 'readOverdue',
  about: 'Loans that are overdue today (overskredet), longest overdue first',
  area: 'Loans',
  roles: deskAndAudit,
  answer: shape('Overdue', { today: Day, loans: listOf(OverdueLoan) }),
  handle: ({ system: { rows, library } }) => {
    const today = library.desk.clock.today()
    return TE.right(answered({ today, loans: overdue(today)(rows) }))
  },
})
