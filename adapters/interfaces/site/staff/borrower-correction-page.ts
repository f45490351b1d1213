import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { OpenedNameAndAddress } from '../../pages/borrower-record/borrower-record'
import type { BorrowerCorrectionProps } from '../../pages/borrower-correction/borrower-correction-view'
import { BorrowerCorrectionView } from '../../pages/borrower-correction/borrower-correction-view'
import { borrowerCorrectionTexts as texts } from '../../pages/borrower-correction/borrower-correction-texts'
import type { HttpFailure } from '../../http/problems/http-failure'
import { issueCardRoute, reportCardStolenRoute } from '../../http/resources/borrowers/card-routes'
import { changeContactRoute, readContactRoute } from '../../http/resources/borrowers/contact-routes'
import { changeIdentityRoute } from '../../http/resources/borrowers/identity-routes'
import { openNameAndAddressRoute } from '../../http/resources/borrowers/open-name-and-address-route'
import { changePreferencesRoute } from '../../http/resources/borrowers/preferences-routes'
import { changeProtectionRoute } from '../../http/resources/borrowers/protection-route'
import { setPinRoute } from '../../http/resources/borrowers/set-pin-route'
import { contactOfFields } from '../page/contact-of-fields'
import { textOrNull } from '../page/filled-fields'
import { readBranches } from '../page/read-branches'
import { identityOfFields, preferencesOfFields } from './body-of-fields'
import { defineStaffPage, type StaffFormRequest, type StaffRequest } from './define-staff-page'
import { borrowerInPath, headOf, ofBorrower, openRecord, recordPath, unlessWithheld } from './open-record'

/** The protected name and address, once staff have opened them with a reason. */
type Opened = Pick<OpenedNameAndAddress, 'name' | 'careOf' | 'address'>

const readCorrection = (
  request: StaffRequest,
  opened: Opened | undefined,
): TE.TaskEither<HttpFailure, BorrowerCorrectionProps> =>
  pipe(
    openRecord(request),
    TE.bindTo('overview'),
    TE.bind('contact', () => request.run(readContactRoute, { params: { borrower: borrowerInPath(request) } })),
    TE.bind('branches', () => readBranches(request)),
    TE.map(({ contact: { etag = '' }, overview, branches }) => {
      const { record, contact, cards } = overview
      const isHidden = unlessWithheld(record.name) === null && opened === undefined
      const { cpr, birthDate, group, municipality } = record
      const { name = record.name, ...address } = opened ?? {}
      return {
        ...{ head: headOf(overview), etag, isProtected: record.isNameAndAddressProtected, cards },
        identity: isHidden
          ? undefined
          : { name, cpr: cpr ?? '', birthDate: birthDate ?? '', group, municipality: municipality ?? '' },
        contact: isHidden || contact === undefined ? undefined : { ...contact, ...address },
        ...{ homeBranch: record.homeBranch, language: record.language, branches },
      }
    }),
  )

const done = (request: StaffFormRequest, name: keyof typeof doneTexts) =>
  TE.map(() => ({ to: `${recordPath(borrowerInPath(request))}/ret`, done: name }))

const doneTexts = {
  corrected: texts.corrected,
  cardIssued: texts.cardIssued,
  cardStolen: texts.cardStolen,
  pinSet: texts.pinSet,
}

/** The same with the ETag that the page has shown, if the form has it. */
const ofShownBorrower = (request: StaffFormRequest, body: object, params: object = {}) => ({
  ...ofBorrower(request, body, params),
  ...(request.fields['etag'] === undefined ? {} : { ifMatch: request.fields['etag'] }),
})

/** Where staff put right what is known of a borrower. */
export const borrowerCorrectionPage = defineStaffPage<BorrowerCorrectionProps>({
  path: '/skranke/laaner/:borrower/ret',
  title: texts.title,
  read: (request) => readCorrection(request, undefined),
  view: BorrowerCorrectionView,
  forms: {
    open: (request) =>
      pipe(
        request.run(openNameAndAddressRoute, {
          params: { borrower: borrowerInPath(request) },
          body: { reason: request.fields['reason'] },
        }),
        TE.flatMap(({ body: { name, careOf, address } }) => readCorrection(request, { name, careOf, address })),
        TE.map((content) => ({ content })),
      ),
    identity: (request) => {
      const body = { ...identityOfFields(request.fields), reason: request.fields['reason'] }
      return pipe(request.run(changeIdentityRoute, ofShownBorrower(request, body)), done(request, 'corrected'))
    },
    contact: (request) =>
      pipe(
        request.run(changeContactRoute, ofShownBorrower(request, contactOfFields(request.fields))),
        done(request, 'corrected'),
      ),
    preferences: (request) =>
      pipe(
        request.run(changePreferencesRoute, ofShownBorrower(request, preferencesOfFields(request.fields))),
        done(request, 'corrected'),
      ),
    protection: (request) => {
      const { protection, reason } = request.fields
      return pipe(
        request.run(changeProtectionRoute, ofShownBorrower(request, { protection, reason })),
        done(request, 'corrected'),
      )
    },
    newCard: (request) => {
      const { number } = request.fields
      return pipe(
        request.run(
          issueCardRoute,
          ofShownBorrower(request, { number, replaces: textOrNull(request.fields, 'replaces') }),
        ),
        done(request, 'cardIssued'),
      )
    },
    stolen: (request) =>
      pipe(
        request.run(reportCardStolenRoute, ofShownBorrower(request, {}, { card: request.fields['of'] })),
        done(request, 'cardStolen'),
      ),
    pin: (request) =>
      pipe(request.run(setPinRoute, ofShownBorrower(request, { pin: request.fields['pin'] })), done(request, 'pinSet')),
  },
  doneTexts,
})
