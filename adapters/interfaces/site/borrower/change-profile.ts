import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { removeAbsenceRoute, setAbsenceRoute } from '../../http/resources/borrowers/absence-routes'
import { reportCardStolenRoute } from '../../http/resources/borrowers/card-routes'
import { changeContactRoute } from '../../http/resources/borrowers/contact-routes'
import {
  giveHistoryConsentRoute,
  withdrawHistoryConsentRoute,
} from '../../http/resources/borrowers/loan-history-routes'
import { changePreferencesRoute } from '../../http/resources/borrowers/preferences-routes'
import { sendEmailLinkRoute } from '../../http/resources/borrowers/send-email-link-route'
import { setPinRoute } from '../../http/resources/borrowers/set-pin-route'
import type { Route } from '../../http/route/route'
import { checkPinAgain } from '../page/check-pin-again'
import { contactOfFields } from '../page/contact-of-fields'
import { filledFields, textOrNull } from '../page/filled-fields'
import type { FormFields, FormRequest } from '../page/site-page'
import { runForOwnBorrower } from './run-for-own-borrower'

export const profilePath = '/mit/profil'

type Changed = TE.TaskEither<HttpFailure, { readonly to: string; readonly done: string }>

/** Runs a route that changes the borrower who sends the form. */
const change =
  <A>(route: Route<A>, done: string, bodyOf: (fields: FormFields) => unknown = () => ({})) =>
  (request: FormRequest): Changed =>
    pipe(
      runForOwnBorrower(request)(route, { body: bodyOf(request.fields) }),
      TE.map(() => ({ to: profilePath, done })),
    )

/** A PIN that is written twice, because nobody sees it. */
export const changePin = (request: FormRequest): Changed =>
  pipe(
    TE.fromEither(checkPinAgain(request.fields)),
    TE.flatMap(() => change(setPinRoute, 'pinSet', (fields) => filledFields(fields, ['pin', 'currentPin']))(request)),
  )

/** The changes that end with the profile. */
export const profileChanges = {
  contact: change(changeContactRoute, 'contactChanged', contactOfFields),
  sendLink: change(sendEmailLinkRoute, 'linkSent'),
  preferences: change(changePreferencesRoute, 'preferencesChanged', (fields) =>
    filledFields(fields, ['homeBranch', 'language']),
  ),
  absence: change(setAbsenceRoute, 'absenceSet', (fields) => ({
    from: textOrNull(fields, 'from'),
    until: textOrNull(fields, 'until'),
  })),
  removeAbsence: change(removeAbsenceRoute, 'absenceRemoved'),
  giveConsent: change(giveHistoryConsentRoute, 'consentGiven'),
  withdrawConsent: change(withdrawHistoryConsentRoute, 'consentWithdrawn'),
}

/** Reports a card stolen. The borrower is blocked from then on. */
export const reportCard = (
  request: FormRequest,
): TE.TaskEither<HttpFailure, { readonly content: { readonly isCardReported: true } }> =>
  pipe(
    runForOwnBorrower(request)(reportCardStolenRoute, { params: { card: request.fields['of'] } }),
    TE.map(() => ({ content: { isCardReported: true } })),
  )
