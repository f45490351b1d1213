import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LoanRuleViolation } from '../../../../../domain/policy/loan-rule-violation'
import type { RenewalConflict } from '../../../../../domain/policy/renewal-outcome'
import { resolveCase } from '../../../../../domain/use-cases/resolve-case'
import { OfflineCaseId } from '../../../../../domain/values/ids'
import { unresolvedOfflineCases } from '../../../../../projections/offline-cases/offline-case-queries'
import type {
  OfflineLoanCaseRow,
  UnmatchedOfflineCaseRow,
} from '../../../../../projections/offline-cases/offline-case-tables'
import { staffAndAuditors, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { OfflineLoanCaseAnswer, toOfflineCaseReason, UnmatchedCaseAnswer } from './offline-case-codecs'

const toLoanCase = ({ loan, against, ...row }: OfflineLoanCaseRow) => ({
  ...row,
  case: loan as string as OfflineCaseId,
  against: (against.split(' ') as ReadonlyArray<LoanRuleViolation | RenewalConflict>).map(toOfflineCaseReason),
})

const toUnmatchedCase = ({ unmatched, ...row }: UnmatchedOfflineCaseRow) => ({
  ...row,
  case: unmatched as string as OfflineCaseId,
})

const isLoanCase = (row: OfflineLoanCaseRow | UnmatchedOfflineCaseRow): row is OfflineLoanCaseRow => 'loan' in row

/** Oldest first, whatever kind of case it is. */
const pageOfCases = pageOfSortedList((row: OfflineLoanCaseRow | UnmatchedOfflineCaseRow) =>
  [row.recordedOn, row.happenedAt, isLoanCase(row) ? `${row.loan} ${row.act}` : row.unmatched].join(' '),
)

export const readOfflineCasesRoute = defineReadRoute({
  path: '/offline-cases',
  name: 'readOfflineCases',
  summary:
    'Read what machines did while they were offline and staff must resolve, oldest first: loans, returns and renewals against what the library knew, acts that are not run (an unknown card, copy or loan, more than 14 days ago, or in the future), and returns at an unknown branch',
  tag: 'Loans',
  roles: staffAndAuditors,
  query: PageQuery,
  answer: objectCodec('OfflineCases', {
    loans: listCodec(OfflineLoanCaseAnswer),
    unmatched: listCodec(UnmatchedCaseAnswer),
    ...nextPageMember,
  }),
  handle: ({ query, library: { rows } }) => {
    const { ofLoans, unmatched } = unresolvedOfflineCases(rows)
    const { entries, next } = pageOfCases(query)([...ofLoans, ...unmatched])
    return TE.right(
      answerWithBody({
        loans: entries.flatMap((row) => (isLoanCase(row) ? [toLoanCase(row)] : [])),
        unmatched: entries.flatMap((row) => (isLoanCase(row) ? [] : [toUnmatchedCase(row)])),
        next,
      }),
    )
  },
})

export const resolveOfflineCaseRoute = defineCommandRoute({
  method: 'post',
  path: '/offline-cases/:case/resolve',
  name: 'resolveOfflineCase',
  summary: 'Resolve a case of an offline machine: it leaves the list',
  tag: 'Loans',
  roles: staffRoleOnly,
  params: objectCodec('OfflineCasePath', { case: OfflineCaseId }),
  answer: objectCodec('OfflineCaseResolved', { case: OfflineCaseId }),
  handle: ({ params, library: { useCaseDependencies }, origin }) =>
    pipe(
      resolveCase(useCaseDependencies)(params.case, {
        at: useCaseDependencies.commandHandling.clock.now(),
        origin,
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody(params)),
    ),
})
