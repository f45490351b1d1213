import type { LoanId } from '../../../../domain/values/ids'
import { copyById } from '../../../../projections/copies/copy-queries'
import { loanById } from '../../../../projections/loans/loan-queries'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { HttpFailure } from '../../http/problems/http-failure'
import { failureTagOf } from '../../http/problems/problem-details'
import type { FormProblem } from '../../pages/layout/page-frame'
import type { FormFields } from './site-page'

const nameOfLoan =
  (loan: string) =>
  (rows: ReadModelRows): string | undefined => {
    const found = loanById(loan as LoanId)(rows)
    return found === undefined ? undefined : copyById(found.copy)(rows)?.name
  }

/**
 * A renewal that is denied names the title of the loan: the page may show many. Whoever gets this refusal may see the loan.
 * Other problems stay as they are.
 */
export const withNameOfRefusedRenewal =
  (rows: ReadModelRows, { of: loan = '' }: FormFields, failure: HttpFailure) =>
  <P extends FormProblem>(problem: P): P => {
    const name = failureTagOf(failure) === 'RenewalIsDenied' ? nameOfLoan(loan)(rows) : undefined
    return name === undefined ? problem : { ...problem, detail: `${name}: ${problem.detail}` }
  }
