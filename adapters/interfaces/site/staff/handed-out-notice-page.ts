import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerCorrectionTexts } from '../../pages/borrower-correction/borrower-correction-texts'
import { handedOutNoticeTexts as texts } from '../../pages/privacy/handed-out-notice-texts'
import { HandedOutNoticeView } from '../../pages/privacy/handed-out-notice-view'
import { defineStaffPage } from './define-staff-page'
import { headOf, openRecord, recordPath } from './open-record'

/** Where staff print the privacy notice for a borrower. */
export const handOutPath = (borrower: string): string => `${recordPath(borrower)}/privatliv`

/** The privacy notice, in the language of the borrower: for the borrower (GDPR Article 13) and the guardian (Article 14). */
export const handedOutNoticePage = defineStaffPage({
  path: '/skranke/laaner/:borrower/privatliv',
  title: texts.title,
  read: (request) =>
    pipe(
      openRecord(request),
      TE.map((overview) => ({
        ...{ head: headOf(overview), language: overview.record.language },
        hasGuardian: overview.guardian !== undefined,
        today: request.library.useCaseDependencies.commandHandling.clock.today(),
      })),
    ),
  view: HandedOutNoticeView,
  doneTexts: {
    registered: texts.registered,
    guardianSaved: texts.guardianSaved,
    adultAsChild: borrowerCorrectionTexts.registeredAdultAsChild,
  },
})
