import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { FormProblem } from '../../pages/layout/page-frame'
import type { HttpFailure } from '../../http/problems/http-failure'
import { toProblemDetails } from '../../http/problems/problem-details'
import { textOfPage } from './texts-of-pages'

interface ErrorOfMember {
  readonly pointer: string
  readonly detail: string
}

/** Where the address of a page is wrong, no field is: a person followed a link, or wrote the address by hand. */
const addressIsWrong = {
  title: { da: 'Adressen er ikke rigtig', en: 'The address is not right' },
  detail: {
    da: 'Den adresse, du har åbnet, peger ikke på noget, som kan vises her. Begynd fra forsiden, og find det derfra.',
    en: 'The address that you opened does not lead to anything that can be shown here. Begin at the front page, and find it from there.',
  },
} as const

/** A form has no request of which a person knows. */
const formIsInvalid = {
  title: { da: 'Formularen er ikke udfyldt rigtigt', en: 'The form is not filled in correctly' },
  detail: {
    da: 'Ved felterne står, hvad der er galt. Intet er ændret.',
    en: 'What is wrong is written beside the fields. Nothing was changed.',
  },
} as const

/** What is wrong with a form: the problem of the route, with the text of each member that is wrong. */
export const formProblemOf =
  (language: MessageLanguage) =>
  (failure: HttpFailure): FormProblem & { readonly status: number } => {
    const { status, title, detail, ...more } = toProblemDetails(language)(failure)
    const errors = (more['errors'] ?? []) as ReadonlyArray<ErrorOfMember>
    const ownText = errors.length > 0 && failure._tag === 'RequestIsInvalid' ? formIsInvalid : undefined
    const toText = textOfPage(language)
    return {
      ...{
        status,
        title: ownText?.title[language] ?? toText(title),
        detail: ownText?.detail[language] ?? toText(detail),
      },
      mayBeOverridden: more['mayBeOverridden'] === true,
      textByPointer: Object.fromEntries(errors.map((error) => [error.pointer, toText(error.detail)])),
    }
  }

/** Why a page cannot be shown. */
export const pageProblemOf =
  (language: MessageLanguage) =>
  (failure: HttpFailure): { readonly status: number; readonly title: string; readonly detail: string } => {
    const { status, title, detail } = toProblemDetails(language)(failure)
    const toText = textOfPage(language)
    return failure._tag === 'RequestIsInvalid'
      ? { status, title: addressIsWrong.title[language], detail: addressIsWrong.detail[language] }
      : { status, title: toText(title), detail: toText(detail) }
  }
