import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerRecordTexts as texts } from '../../pages/borrower-record/borrower-record-texts'
import { BorrowerRecordView } from '../../pages/borrower-record/borrower-record-view'
import { blockBorrowerRoute, liftBlockRoute } from '../../http/resources/borrowers/block-routes'
import { changeNotesRoute } from '../../http/resources/borrowers/notes-routes'
import { openNameAndAddressRoute } from '../../http/resources/borrowers/open-name-and-address-route'
import { requestErasureRoute } from '../../http/resources/borrowers/request-erasure-route'
import { claimReturnedRoute, withdrawReturnClaimRoute } from '../../http/resources/loans/claim-returned-routes'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import { fieldFailure } from '../../http/problems/field-failure'
import { cancelReservationRoute } from '../../http/resources/reservations/cancel-reservation-route'
import { textOrNull } from '../page/filled-fields'
import { showRenewed } from '../page/show-renewed'
import { defineStaffPage, type StaffFormRequest } from './define-staff-page'
import { borrowerInPath, ofBorrower, recordPath } from './open-record'
import { overrideOfForm } from './override-of-form'
import { readBorrowerRecord } from './read-borrower-record'
import { reserveForBorrower } from './reserve-for-borrower'

type DoneText = keyof typeof doneTexts

const doneTexts = {
  lifted: texts.lifted,
  blocked: texts.blocked,
  noted: texts.noted,
  claimed: texts.claimed,
  claimWithdrawn: texts.claimWithdrawn,
  cancelled: texts.cancelled,
  eraseRequested: texts.eraseRequested,
}

const backToRecord = (request: StaffFormRequest, done: DoneText) =>
  TE.map(() => ({ to: recordPath(borrowerInPath(request)), done }))

/** What a form of a row sends: the row, and its own key. */
const ofRow = (
  { fields, idempotencyKey }: StaffFormRequest,
  name: string,
  params: Readonly<Record<string, unknown>> = {},
) => ({
  params: { ...params, [name]: fields['of'] },
  idempotencyKey,
})

/** Blocks a borrower for the reason that was chosen: none is chosen at the start, so one Enter blocks nobody. */
const blockForReason = (request: StaffFormRequest) => {
  const { run, fields } = request
  const reason = textOrNull(fields, 'reason')
  if (reason === null) return TE.left(fieldFailure('body', 'reason', texts.chooseReason))
  const body = { reason, note: textOrNull(fields, 'note') }
  return pipe(run(blockBorrowerRoute, ofBorrower(request, body)), backToRecord(request, 'blocked'))
}

/** The record of a borrower at the desk. */
export const borrowerRecordPage = defineStaffPage({
  path: '/skranke/laaner/:borrower',
  title: texts.title,
  read: (request) => readBorrowerRecord(request, undefined),
  view: BorrowerRecordView,
  forms: {
    openNameAndAddress: (request) =>
      pipe(
        request.run(openNameAndAddressRoute, {
          params: { borrower: borrowerInPath(request) },
          body: { reason: request.fields['reason'] },
        }),
        TE.flatMap(({ body }) => readBorrowerRecord(request, body)),
        TE.map((content) => ({ content })),
      ),
    block: blockForReason,
    lift: (request) =>
      pipe(
        request.run(liftBlockRoute, ofBorrower(request, {}, { block: request.fields['of'] })),
        backToRecord(request, 'lifted'),
      ),
    notes: (request) => {
      const { run, fields } = request
      const [internalNote, noteToBorrower] = [textOrNull(fields, 'internalNote'), textOrNull(fields, 'noteToBorrower')]
      return pipe(
        run(changeNotesRoute, {
          ...ofBorrower(request, { internalNote, noteToBorrower }),
          ifMatch: fields['etag'] ?? '',
        }),
        backToRecord(request, 'noted'),
      )
    },
    renew: (request) =>
      pipe(
        request.run(renewLoanRoute, { ...ofRow(request, 'loan'), body: overrideOfForm(request) }),
        showRenewed(request, readBorrowerRecord(request, undefined)),
      ),
    claim: (request) => pipe(request.run(claimReturnedRoute, ofRow(request, 'loan')), backToRecord(request, 'claimed')),
    withdrawClaim: (request) =>
      pipe(request.run(withdrawReturnClaimRoute, ofRow(request, 'loan')), backToRecord(request, 'claimWithdrawn')),
    cancel: (request) =>
      pipe(
        request.run(cancelReservationRoute, ofRow(request, 'reservation', { title: request.fields['title'] })),
        backToRecord(request, 'cancelled'),
      ),
    reserve: reserveForBorrower,
    erase: (request) =>
      pipe(request.run(requestErasureRoute, ofBorrower(request)), backToRecord(request, 'eraseRequested')),
  },
  doneTexts,
})
