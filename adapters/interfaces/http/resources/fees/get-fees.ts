import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { deskAuditAndOwn } from '../../access/roles'
import { listOf } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import { BorrowerPath } from '../borrowers/codecs'
import { overviewFor, without } from '../borrowers/overview'
import { BalanceView, FeeView } from '../borrowers/views'

export const getFees = read({
  path: '/borrowers/:borrower/fees',
  name: 'readFees',
  about: 'The outstanding balance (mellemværende) and the fees and bills it is made of',
  area: 'Fees',
  roles: deskAuditAndOwn,
  params: BorrowerPath,
  answer: shape('Fees', { balance: BalanceView, fees: listOf(FeeView) }),
  handle: ({ params: { borrower }, system, caller }) =>
    pipe(
      borrower,
      overviewFor(system, caller),
      E.map(({ balance, fees }) => answered({ balance: without(balance), fees })),
      TE.fromEither,
    ),
})
