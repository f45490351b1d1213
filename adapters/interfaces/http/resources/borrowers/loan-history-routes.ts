import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayOf } from '../../../../../domain/values/instant'
import { TitleId, type HistoryId } from '../../../../../domain/values/ids'
import { Month, monthOf } from '../../../../../domain/values/month'
import { historyMonth } from '../../../../../projections/loan-histories/history-month'
import { historyConsentOf, historyMonthsOf } from '../../../../../projections/loan-histories/loan-history-queries'
import type { HistoryMonthRow } from '../../../../../projections/loan-histories/loan-histories-tables'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import * as t from 'io-ts'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { checkBorrowerExists } from './check-borrower-exists'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'

const historyValue = personalValueCodec('history')

export const HistoryMonthAnswer = objectCodec('HistoryMonth', {
  month: historyValue(Month),
  titles: historyValue(listCodec(objectCodec('HistoryTitle', { title: TitleId, name: nullableCodec(t.string) }))),
  omitted: historyValue(CountCodec),
})

const pageOfMonths = pageOfSortedList(({ month }: HistoryMonthRow) => month)

export const readHistoryRoute = defineReadRoute({
  path: '/borrowers/:borrower/history',
  name: 'readHistory',
  summary: 'Read the history of the loans of the calling borrower, month by month; empty without a consent',
  tag: 'Borrowers',
  roles: ['borrower'],
  params: BorrowerPathParameters,
  query: PageQuery,
  answer: objectCodec('LoanHistory', {
    consentedIn: nullableCodec(Month),
    months: listCodec(HistoryMonthAnswer),
    ...nextPageMember,
  }),
  handle: ({ params: { borrower }, query, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => checkBorrowerExists(library)(borrower)),
      TE.map(() => {
        const { entries, next } = pageOfMonths(query)(historyMonthsOf(borrower)(library.rows))
        const consentedIn = historyConsentOf(borrower)(library.rows)?.givenIn ?? null
        return answerWithBody({ consentedIn, months: entries.map(historyMonth(library.rows)), next })
      }),
    ),
})

const consentPath = '/borrowers/:borrower/history-consent'

export const giveHistoryConsentRoute = defineCommandRoute({
  method: 'put',
  path: consentPath,
  name: 'giveHistoryConsent',
  headers: ['ETag'],
  summary: 'Consent to a history of the loans, which begins with the next month',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor }) => ({
      type: 'GiveHistoryConsent',
      borrower: request.params.borrower,
      history: idFor('history') as HistoryId,
      givenIn: pipe(request.library.useCaseDependencies.commandHandling.clock.now(), dayOf, monthOf),
      givenBy: request.caller.role === 'borrower' ? 'borrower' : 'staff',
    })),
})

export const withdrawHistoryConsentRoute = defineCommandRoute({
  method: 'delete',
  path: consentPath,
  name: 'withdrawHistoryConsent',
  headers: ['ETag'],
  summary: 'Withdraw the consent: the history can no longer be read, and its key is destroyed with the month',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(() => ({ type: 'WithdrawHistoryConsent', borrower: request.params.borrower })),
})
