import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { staffAuditorsAndBorrowers } from '../../access/roles'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { BorrowerParameters } from '../borrowers/request-codecs'
import { readOverview, omitUndefined, toReimbursementAnswer } from '../borrowers/borrower-overview'
import { BalanceAnswer, FeeAnswer, ReimbursementAnswer } from '../borrowers/answer-codecs'

export const readFeesRoute = defineReadRoute({
  path: '/borrowers/:borrower/fees',
  name: 'readFees',
  summary: 'Read the outstanding balance (mellemværende) and its fees and bills',
  tag: 'Fees',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerParameters,
  answer: objectCodec('Fees', {
    balance: BalanceAnswer,
    fees: listCodec(FeeAnswer),
    reimbursements: listCodec(ReimbursementAnswer),
  }),
  handle: ({ params: { borrower }, library, caller }) =>
    pipe(
      borrower,
      readOverview(library, caller),
      E.map(({ balance, fees, reimbursements }) =>
        answerWithBody({
          balance: omitUndefined(balance),
          fees,
          reimbursements: reimbursements.map(toReimbursementAnswer),
        }),
      ),
      TE.fromEither,
    ),
})
