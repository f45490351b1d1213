import * as E from 'fp-ts/Either'
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
import { BalanceAnswer, FeeAnswer, ReimbursementAnswer } from '../borrowers/borrower-answer-codecs'

const pageOfFees = pageOfSortedList(({ leviedOn, fee }: FeeInOverview) => `${leviedOn} ${fee}`)

export const readFeesRoute = defineReadRoute({
  path: '/borrowers/:borrower/fees',
  name: 'readFees',
  summary: 'Read the outstanding balance (mellemværende) and its fees and bills',
  tag: 'Fees',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  query: PageQuery,
  answer: objectCodec('Fees', {
    balance: BalanceAnswer,
    fees: listCodec(FeeAnswer),
    reimbursements: listCodec(ReimbursementAnswer),
    ...nextPageMember,
  }),
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, query, library, caller }) =>
    pipe(
      borrower,
      readBorrowerOverview(library, caller),
      E.map(({ balance, fees, reimbursements }) => {
        const page = pageOfFees(query)(fees)
        return answerWithBody({
          balance: omitUndefined(balance),
          fees: page.entries,
          reimbursements: reimbursements.map(toReimbursementAnswer),
          next: page.next,
        })
      }),
      TE.fromEither,
    ),
})
