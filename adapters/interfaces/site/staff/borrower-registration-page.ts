import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerCorrectionTexts as texts } from '../../pages/borrower-correction/borrower-correction-texts'
import { BorrowerRegistrationView } from '../../pages/borrower-registration/borrower-registration-view'
import type { BorrowerOverviewAnswer } from '../../http/resources/borrowers/borrower-answer-codecs'
import { registerBorrowerRoute } from '../../http/resources/borrowers/register-borrower-route'
import { contactOfFields } from '../page/contact-of-fields'
import { textOrNull } from '../page/filled-fields'
import { readBranches } from '../page/read-branches'
import { identityOfFields, preferencesOfFields } from './body-of-fields'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { handOutPath } from './handed-out-notice-page'
import { groupAgainstAge, isMinorToday } from './group-against-age'
import { openRecord, recordPath } from './open-record'

/** A guardian is asked for by age, whatever the group; of a child without a birth date the group alone is known. */
const needsGuardian = (request: StaffRequest, record: BorrowerOverviewAnswer['record']): boolean =>
  isMinorToday(request, record) || (record.group === 'child' && record.birthDate === null)

/**
 * Where staff register a borrower, which leads to the privacy notice (GDPR Article 13). Somebody under age is led to the
 * page of the guardian first.
 */
export const borrowerRegistrationPage = defineStaffPage({
  path: '/skranke/opret',
  title: texts.registerTitle,
  read: (request) => TE.bindTo('branches')(readBranches(request)),
  view: BorrowerRegistrationView,
  forms: {
    register: (request) => {
      const { run, fields, idempotencyKey } = request
      return pipe(
        run(registerBorrowerRoute, {
          body: {
            ...{ ...identityOfFields(fields), ...preferencesOfFields(fields), contact: contactOfFields(fields) },
            ...{ card: fields['card'], pin: textOrNull(fields, 'pin') },
          },
          idempotencyKey,
        }),
        TE.flatMap(({ body: { borrower } }) => openRecord({ run, params: { borrower } })),
        TE.map(({ record }) => ({
          to: needsGuardian(request, record) ? `${recordPath(record.borrower)}/vaerge` : handOutPath(record.borrower),
          done: groupAgainstAge(request, record) ?? 'registered',
        })),
      )
    },
  },
})
