import * as t from 'io-ts'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BlockReason } from '../../../../../domain/policy/block-reason'
import { Day } from '../../../../../domain/values/day'
import { BlockId } from '../../../../../domain/values/ids'
import type { BorrowerOverview } from '../../../../../projections/borrower-overview/borrower-overview'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { isWithheld } from '../../codecs/withheld-value'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { LoanAnswer } from '../loans/loan-answer-codecs'
import { ReservationAnswer } from '../reservations/reservation-answer-codecs'
import { BalanceAnswer } from './borrower-answer-codecs'
import { omitUndefined, readBorrowerOverview } from './borrower-overview'
import { BorrowerPathParameters } from './borrower-request-codecs'
import { shortName } from './short-name'

const BlockAtLending = objectCodec('BlockAtLending', {
  block: BlockId,
  reason: personalValueCodec('block')(BlockReason),
  since: personalValueCodec('block')(Day),
})

const atLending = ({ record, loans, reservations, blocks, balance, notes }: BorrowerOverview) => ({
  number: record.number,
  shortName: isWithheld(record.name) ? null : shortName(record.name),
  loans: loans.filter(({ endedOn }) => endedOn === null),
  ready: reservations.filter(({ state }) => state === 'ready').map(omitUndefined),
  blocks: blocks.map(({ block, reason, since }) => ({ block, reason, since })),
  balance: omitUndefined(balance),
  noteToBorrower: notes.noteToBorrower,
})

/**
 * What a desk needs when it lends, and no more of who the borrower is than shows that the card is that of the person at the
 * desk. Like a line of the search by name it is no opening of the record: a look is written to the borrower's own stream with
 * its month, so looks at each visit would tell in which months somebody came.
 */
export const readBorrowerAtLendingRoute = defineReadRoute({
  path: '/borrowers/:borrower/lending',
  name: 'readBorrowerAtLending',
  summary:
    'Read what the desk needs when it lends to a borrower: a short form of the name (none while it is protected), running loans, what is ready for pick-up, blocks, balance and the note to the borrower. It does not count as looked at',
  tag: 'Loans',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  answer: objectCodec('BorrowerAtLending', {
    number: personalValueCodec('borrower')(t.string),
    shortName: personalValueCodec('identity')(nullableCodec(t.string)),
    loans: listCodec(LoanAnswer),
    ready: listCodec(ReservationAnswer),
    blocks: listCodec(BlockAtLending),
    balance: BalanceAnswer,
    noteToBorrower: personalValueCodec('note')(nullableCodec(t.string)),
  }),
  handle: ({ params: { borrower }, library, caller }) =>
    pipe(borrower, readBorrowerOverview(library, caller), E.map(atLending), E.map(answerWithBody), TE.fromEither),
})
