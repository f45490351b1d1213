import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerOverviewAnswer } from '../../http/resources/borrowers/borrower-answer-codecs'
import type { HttpFailure } from '../../http/problems/http-failure'
import { isWithheld } from '../../http/codecs/withheld-value'
import { openRecordRoute } from '../../http/resources/borrowers/open-record-route'
import type { BorrowerInHead } from '../../pages/borrower-record/borrower-head'
import type { ShownContact } from '../../pages/contact/contact-details'
import type { StaffFormRequest, StaffRequest } from './define-staff-page'

/** Why a record is opened from the pages of the desk; the borrower reads it. */
const reason = 'Betjening ved skranken'

/** The borrower whom the path of a page names. A route checks it. */
export const borrowerInPath = ({ params }: Pick<StaffRequest, 'params'>): string => params['borrower'] ?? ''

/** The path of the record of a borrower. */
export const recordPath = (borrower: string): string => `/skranke/laaner/${encodeURIComponent(borrower)}`

/** What a form sends to a route of the borrower whom the path names. It acts once. */
export const ofBorrower = (request: StaffFormRequest, body: object = {}, params: object = {}) => ({
  params: { borrower: borrowerInPath(request), ...params },
  body,
  idempotencyKey: request.idempotencyKey,
})

/** Opens the record of the borrower whom the path names: it counts as looked at. */
export const openRecord = (
  request: Pick<StaffRequest, 'run' | 'params'>,
): TE.TaskEither<HttpFailure, BorrowerOverviewAnswer> =>
  pipe(
    request.run(openRecordRoute, { params: { borrower: borrowerInPath(request) }, body: { reason } }),
    TE.map(({ body: { record } }) => record),
  )

/** A text that may be withheld, because name and address are protected: null then. */
export const unlessWithheld = (value: string | null): string | null => (isWithheld(value) ? null : value)

/** Whose page it is, for the head of the page. */
export const headOf = ({
  record: { borrower, number, name },
}: Pick<BorrowerOverviewAnswer, 'record'>): BorrowerInHead => ({
  ...{ borrower, number, name: unlessWithheld(name) },
})

/** Contact details without what is withheld. */
export const contactUnlessWithheld = ({ careOf, address, ...contact }: ShownContact): ShownContact => ({
  ...contact,
  careOf: unlessWithheld(careOf),
  address: unlessWithheld(address),
})
