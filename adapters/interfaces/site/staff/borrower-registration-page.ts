import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerCorrectionTexts as texts } from '../../pages/borrower-correction/borrower-correction-texts'
import { BorrowerRegistrationView } from '../../pages/borrower-registration/borrower-registration-view'
import { registerBorrowerRoute } from '../../http/resources/borrowers/register-borrower-route'
import { contactOfFields } from '../page/contact-of-fields'
import { textOrNull } from '../page/filled-fields'
import { readBranches } from '../page/read-branches'
import { identityOfFields, preferencesOfFields } from './body-of-fields'
import { defineStaffPage } from './define-staff-page'
import { handOutPath } from './handed-out-notice-page'
import { recordPath } from './open-record'

/**
 * Where staff register a borrower, which leads to the privacy notice (GDPR Article 13). A child is led to the page of the
 * guardian first.
 */
export const borrowerRegistrationPage = defineStaffPage({
  path: '/skranke/opret',
  title: texts.registerTitle,
  read: (request) => TE.bindTo('branches')(readBranches(request)),
  view: BorrowerRegistrationView,
  forms: {
    register: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(registerBorrowerRoute, {
          body: {
            ...{ ...identityOfFields(fields), ...preferencesOfFields(fields), contact: contactOfFields(fields) },
            ...{ card: fields['card'], pin: textOrNull(fields, 'pin') },
          },
          idempotencyKey,
        }),
        TE.map(({ body: { borrower } }) => ({
          to: fields['group'] === 'child' ? `${recordPath(borrower)}/vaerge` : handOutPath(borrower),
          done: 'registered',
        })),
      ),
  },
})
