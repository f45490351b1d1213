import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { FormProblem } from '../../pages/layout/page-frame'
import type { HttpFailure } from '../../http/problems/http-failure'
import { toProblemDetails } from '../../http/problems/problem-details'

interface ErrorOfMember {
  readonly pointer: string
  readonly detail: string
}

/** What is wrong with a form: the problem of the route, with the text of each member that is wrong. */
export const formProblemOf =
  (language: MessageLanguage) =>
  (failure: HttpFailure): FormProblem & { readonly status: number } => {
    const { status, title, detail, ...more } = toProblemDetails(language)(failure)
    const errors = (more['errors'] ?? []) as ReadonlyArray<ErrorOfMember>
    return {
      ...{ status, title, detail },
      textByPointer: Object.fromEntries(errors.map((error) => [error.pointer, error.detail])),
    }
  }
