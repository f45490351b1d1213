import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LendingOutcome } from '../../pages/lending/lending'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCopyHolderRoute } from '../../http/resources/copies/read-copy-holder-route'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { lendCopyRoute } from '../../http/resources/loans/lend-copy-route'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import type { StaffFormRequest } from './define-staff-page'
import { overrideOfForm } from './override-of-form'
import { scannedCode } from './scan-copy'

type Outcome = TE.TaskEither<HttpFailure, LendingOutcome>
type KnownCopy = Pick<LendingOutcome, 'copy' | 'name' | 'wasReservedForAnother'>

const isCopyOnLoan = (failure: HttpFailure): boolean =>
  failure._tag === 'Refused' && failure.refusal._tag === 'LoanIsRefused' && failure.refusal.because === 'copyOnLoan'

/** A copy that the borrower has on loan already is renewed, unless it was lent today. */
const renewIfOwnLoan =
  (request: StaffFormRequest, borrower: string, copy: KnownCopy) =>
  (failure: HttpFailure): Outcome => {
    const { run, library, idempotencyKey } = request
    if (!isCopyOnLoan(failure)) return TE.left(failure)
    const today = library.useCaseDependencies.commandHandling.clock.today()
    return pipe(
      run(readCopyHolderRoute, { params: { copy: copy.copy } }),
      TE.flatMap(({ body: { loan } }): Outcome => {
        if (loan?.borrower !== borrower) return TE.left(failure)
        if (loan.lentOn === today) return TE.right({ kind: 'lentToday', ...copy, dueOn: null })
        return pipe(
          run(renewLoanRoute, {
            ...{ params: { loan: loan.loan }, body: overrideOfForm(request) },
            idempotencyKey: `${idempotencyKey}-renew`,
          }),
          TE.map(({ body: { dueOn } }) => ({ kind: 'renewed', ...copy, dueOn })),
        )
      }),
    )
  }

/** Lends the copy that was scanned to a borrower. Who has it on loan already renews it. */
export const lendScannedCopy = (request: StaffFormRequest, borrower: string): Outcome => {
  const { run, workplace, idempotencyKey } = request
  const copy = scannedCode(request)
  return pipe(
    run(readCopyRoute, { params: { copy } }),
    TE.flatMap(({ body: { name } }) =>
      pipe(
        run(lendCopyRoute, {
          body: { copy, borrower, branch: workplace.branch, ...overrideOfForm(request) },
          idempotencyKey,
        }),
        TE.map(({ body: { dueOn, wasReservedForAnother } }): LendingOutcome => ({
          ...{ kind: 'lent', copy, name, dueOn, wasReservedForAnother },
        })),
        TE.orElse(renewIfOwnLoan(request, borrower, { copy, name, wasReservedForAnother: false })),
      ),
    ),
  )
}
