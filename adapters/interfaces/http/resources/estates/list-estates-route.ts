import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, CopyId, FeeId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { borrowerOverview } from '../../../../../projections/borrower-overview/borrower-overview'
import { openEstates, type Estate } from '../../../../../projections/borrower-overview/estates'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { FeeCollectionAnswer } from '../borrowers/borrower-answer-codecs'
import { overviewSettings } from '../borrowers/borrower-overview'

const loanValue = personalValueCodec('loan')
const feeValue = personalValueCodec('fee')

const LoanOfEstate = objectCodec('LoanOfEstate', {
  copy: loanValue(CopyId),
  name: loanValue(t.string),
  dueOn: loanValue(Day),
})

const FeeOfEstate = objectCodec('FeeOfEstate', {
  fee: feeValue(FeeId),
  kind: feeValue(t.keyof({ lateness: null, compensation: null })),
  amount: feeValue(Ore),
  leviedOn: feeValue(Day),
  collection: feeValue(FeeCollectionAnswer),
})

const ReimbursementOfEstate = objectCodec('ReimbursementOfEstate', {
  reimbursement: feeValue(FeeId),
  amount: feeValue(Ore),
  grantedOn: feeValue(Day),
})

const EstateAnswer = objectCodec('Estate', {
  borrower: BorrowerId,
  number: personalValueCodec('borrower')(t.string),
  name: personalValueCodec('identity')(nullableCodec(t.string)),
  since: personalValueCodec('block')(Day),
  loans: listCodec(LoanOfEstate),
  fees: listCodec(FeeOfEstate),
  reimbursements: listCodec(ReimbursementOfEstate),
  owed: feeValue(Ore),
})

const pageOfEstates = pageOfSortedList(({ borrower }: Estate) => borrower)

const readEstates = (library: RunningLibrary): ReadonlyArray<Estate> =>
  openEstates(borrowerOverview(overviewSettings(library)))(library.rows)

export const listEstatesRoute = defineReadRoute({
  path: '/estates',
  name: 'listEstates',
  summary:
    'List what deceased borrowers have on loan, owe and are owed, for their estates (dødsboer): a fee that is at the collector, or on its way there, is taken back by staff before the estate pays it; a borrower with nothing open is erased with the month',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('Estates', { estates: listCodec(EstateAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries: estates, next } = pageOfEstates(query)(readEstates(library))
    return TE.right(answerWithBody({ estates, next }))
  },
})
