import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  BorrowerGuardianView,
  borrowerGuardianTexts as texts,
  type BorrowerGuardianProps,
} from '../../pages/borrower-guardian/borrower-guardian-view'
import { borrowerCorrectionTexts } from '../../pages/borrower-correction/borrower-correction-texts'
import type { HttpFailure } from '../../http/problems/http-failure'
import { registerGuardianRoute, removeGuardianRoute } from '../../http/resources/guardians/change-guardian-routes'
import { readGuardianRoute } from '../../http/resources/guardians/read-guardian-route'
import { contactOfFields } from '../page/contact-of-fields'
import { textOrNull } from '../page/filled-fields'
import { readBranches } from '../page/read-branches'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { handOutPath } from './handed-out-notice-page'
import {
  borrowerInPath,
  contactUnlessWithheld,
  headOf,
  ofBorrower,
  openRecord,
  recordPath,
  unlessWithheld,
} from './open-record'

const readGuardian = (request: StaffRequest): TE.TaskEither<HttpFailure, BorrowerGuardianProps> =>
  pipe(
    openRecord(request),
    TE.bindTo('overview'),
    TE.bind('read', () => request.run(readGuardianRoute, { params: { borrower: borrowerInPath(request) } })),
    TE.bind('branches', () => readBranches(request)),
    TE.map(
      ({
        overview,
        read: {
          etag = '',
          body: { guardian },
        },
        branches,
      }) => ({
        ...{ head: headOf(overview), etag, branches },
        guardian:
          guardian === null
            ? undefined
            : {
                ...guardian,
                name: unlessWithheld(guardian.name),
                contact: contactUnlessWithheld(guardian.contact),
              },
      }),
    ),
  )

/** The guardian of a borrower at the desk. Whoever is registered gets the privacy notice (GDPR Article 14). */
export const borrowerGuardianPage = defineStaffPage<BorrowerGuardianProps>({
  path: '/skranke/laaner/:borrower/vaerge',
  title: texts.title,
  read: readGuardian,
  view: BorrowerGuardianView,
  forms: {
    register: (request) => {
      const { run, fields } = request
      const body = {
        ...{
          cpr: (fields['cpr'] ?? '').trim(),
          name: (fields['name'] ?? '').trim(),
          contact: contactOfFields(fields),
        },
        ...{ paperMonth: textOrNull(fields, 'paperMonth'), paperBranch: textOrNull(fields, 'paperBranch') },
      }
      return pipe(
        run(registerGuardianRoute, {
          ...ofBorrower(request, body),
          ifMatch: fields['etag'] ?? '',
        }),
        TE.map(() => ({ to: handOutPath(borrowerInPath(request)), done: 'guardianSaved' })),
      )
    },
    remove: (request) =>
      pipe(
        request.run(removeGuardianRoute, {
          ...ofBorrower(request),
          ifMatch: request.fields['etag'] ?? '',
        }),
        TE.map(() => ({ to: `${recordPath(borrowerInPath(request))}/vaerge`, done: 'removed' })),
      ),
  },
  doneTexts: {
    removed: texts.removed,
    registered: borrowerCorrectionTexts.registered,
    minorAsAdult: borrowerCorrectionTexts.registeredMinorAsAdult,
  },
})
