import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordUnmatchedAct } from '../../../../../domain/use-cases/record-unmatched-act'
import type { CopyId } from '../../../../../domain/values/ids'
import type { Instant } from '../../../../../domain/values/instant'
import { copyOfUndoneLoan } from '../../../../../projections/loans/loan-queries'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import { recordUnmatchedActIfTimeIsRefused } from '../offline-cases/record-unmatched-act-if-time-is-refused'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'
import type { LoanRenewedAnswer } from './loan-answer-codecs'
import { renewalAnswer } from './renewal-answer'
import type { RenewLoanRouteRequest } from './renew-loan-route-request'

type Answer = TE.TaskEither<HttpFailure, t.TypeOf<typeof LoanRenewedAnswer>>

const loanIsUnknown: HttpFailure = httpRequestFailure('LoanIsUnknown')

const copyIsMissing: HttpFailure = { _tag: 'LoanIsUnknown', copyIsMissing: true }

const isOfflineRenewal = (
  { useCaseDependencies }: RenewLoanRouteRequest['library'],
  at: Instant | undefined,
): boolean => at !== undefined && isOfflineAct(useCaseDependencies.commandHandling.clock)(at)

/** The copy that the machine names, or that of the undone loan. */
const findCopy = ({ library, params: { loan }, body }: RenewLoanRouteRequest): TE.TaskEither<HttpFailure, CopyId> =>
  body.copy === undefined
    ? pipe(
        readCaughtUpRows(library),
        TE.map(copyOfUndoneLoan(loan)),
        TE.chainEitherK(requireFound<CopyId>(isOfflineRenewal(library, body.actedAt) ? copyIsMissing : loanIsUnknown)),
      )
    : TE.right(body.copy)

const recordCase =
  ({ library, params: { loan } }: RenewLoanRouteRequest, copy: CopyId) =>
  (metadata: CommandMetadata): Answer => {
    const { useCaseDependencies } = library
    const { at } = metadata
    if (!isOfflineAct(useCaseDependencies.commandHandling.clock)(at)) return TE.left(loanIsUnknown)
    const act = { act: 'renewal', because: 'loanUnknown', at, branch: null, presented: null } as const
    return pipe(
      recordUnmatchedAct(useCaseDependencies)(copy, metadata)(act),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chain(({ events }) => renewalAnswer(library)(loan, copy, events)),
    )
  }

/**
 * A renewal of a loan that was undone, is forgotten, or never was. That of a machine that was offline is a case for
 * staff; it stands with the copy, so there is none when nobody knows the copy.
 */
export const answerRenewalOfUnknownLoan = (request: RenewLoanRouteRequest): Answer => {
  const { actedAt: at } = request.body
  if (at === undefined) return TE.left(loanIsUnknown)
  return pipe(
    findCopy(request),
    TE.chain((copy) =>
      pipe(
        TE.fromEither(resolveActedAt(request)(at)),
        TE.chain(recordCase(request, copy)),
        recordUnmatchedActIfTimeIsRefused(request, copy, { act: 'renewal', at, branch: null, presented: null }),
      ),
    ),
  )
}
