import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { FeeInOverview } from '../../../../../projections/borrower-overview/fees-in-overview'
import { staffAuditorsAndBorrowers } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { borrowerInPath, BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { readBorrowerOverview, omitUndefined, toReimbursementAnswer } from '../borrowers/borrower-overview'
import { paymentsUnderWayMember } from '../payments/online-payment-codecs'
import { paymentsUnderWay } from '../payments/online-payment-of-borrower'
import { BalanceAnswer, FeeAnswer, ReimbursementAnswer } from '../borrowers/borrower-answer-codecs'

const pageOfFees = pageOfSortedList(({ leviedOn, fee }: FeeInOverview) => `${leviedOn} ${fee}`)

export const readFeesRoute = defineReadRoute({
  path: '/borrowers/:borrower/fees',
  name: 'readFees',
  summary:
    'Read the outstanding balance (mellemværende), its fees and bills, and the payments that were started and that the payment service has not confirmed',
  tag: 'Fees',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  query: PageQuery,
  answer: objectCodec('Fees', {
    balance: BalanceAnswer,
    fees: listCodec(FeeAnswer),
    reimbursements: listCodec(ReimbursementAnswer),
    ...paymentsUnderWayMember,
    ...nextPageMember,
  }),
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, query, library, caller }) =>
    pipe(
      TE.fromEither(readBorrowerOverview(library, caller)(borrower)),
      TE.bindTo('overview'),
      TE.bind('underWay', () => paymentsUnderWay(library)(borrower)),
      TE.map(({ overview: { balance, fees, reimbursements }, underWay }) => {
        const page = pageOfFees(query)(fees)
        return answerWithBody({
          balance: omitUndefined(balance),
          fees: page.entries,
          reimbursements: reimbursements.map(toReimbursementAnswer),
          ...underWay,
          next: page.next,
        })
      }),
    ),
})
