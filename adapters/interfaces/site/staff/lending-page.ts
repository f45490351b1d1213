import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LendingProps } from '../../pages/lending/lending'
import { lendingTexts } from '../../pages/lending/lending-texts'
import { LendingView } from '../../pages/lending/lending-view'
import { overrideReasonField } from '../../pages/staff/override/override-field'
import { scanField } from '../../pages/staff/scan/scan-form'
import { fieldFailure } from '../../http/problems/field-failure'
import { failureTagOf } from '../../http/problems/problem-details'
import type { HttpFailure } from '../../http/problems/http-failure'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import type { FormOutcome } from '../page/site-page'
import { readBorrowerAtLending } from './borrower-at-lending'
import { showRenewed } from '../page/show-renewed'
import { defineStaffPage, type StaffFormRequest, type StaffRequest } from './define-staff-page'
import { findBorrowerByCode } from './find-borrower-by-code'
import { lendScannedCopy } from './lend-scanned-copy'
import { overrideOfForm } from './override-of-form'
import { readAfterCommand } from './read-after-command'
import { scannedCode, undoLoanOfCopy } from './scan-copy'

type Sent = TE.TaskEither<HttpFailure, FormOutcome<LendingProps>>

const path = '/skranke/laan'

const borrowerInQuery = ({ query }: Pick<StaffFormRequest, 'query'>): string => query['borrower'] ?? ''

const pageOf = (borrower: string): string => `${path}?borrower=${encodeURIComponent(borrower)}`

const leadToBorrower = (request: StaffFormRequest): Sent =>
  pipe(
    findBorrowerByCode(request, scannedCode(request)),
    TE.map((borrower) => ({ to: pageOf(borrower) })),
  )

const neitherCopyNorCard = fieldFailure('body', scanField, lendingTexts.neitherCopyNorCard)

/**
 * What is no copy may be the card of the next borrower. When it is neither, the page says so. With a reason for overriding a
 * refusal comes the copy that was refused, and no card.
 */
const leadToBorrowerIfNoCopy =
  (request: StaffFormRequest) =>
  (failure: HttpFailure): Sent =>
    !(overrideReasonField in request.fields) &&
    (failureTagOf(failure) === 'CopyIsUnknown' || failure._tag === 'RequestIsInvalid')
      ? pipe(
          leadToBorrower(request),
          TE.mapLeft(() => neitherCopyNorCard),
        )
      : TE.left(failure)

/** Shows what became of a copy, with the borrower as they stand then. */
const showOutcome = (request: StaffFormRequest) =>
  TE.flatMap((outcome: LendingProps['outcome']): Sent =>
    pipe(
      readAfterCommand(request)(readBorrowerAtLending(request, borrowerInQuery(request))),
      TE.map((borrower) => ({ content: { borrower, outcome } })),
    ),
  )

const lend = (request: StaffFormRequest): Sent => {
  return pipe(
    lendScannedCopy(request, borrowerInQuery(request)),
    showOutcome(request),
    TE.orElse(leadToBorrowerIfNoCopy(request)),
  )
}

const readLending = (request: StaffRequest): TE.TaskEither<HttpFailure, LendingProps> =>
  request.query['borrower'] === undefined
    ? TE.right({ borrower: undefined, outcome: undefined })
    : pipe(
        readBorrowerAtLending(request, request.query['borrower']),
        TE.map((borrower) => ({ borrower, outcome: undefined })),
      )

/** Copies are lent at the desk: first a card is scanned, then copies. */
export const lendingPage = defineStaffPage<LendingProps>({
  path,
  title: lendingTexts.title,
  read: readLending,
  view: LendingView,
  forms: {
    borrower: leadToBorrower,
    lend,
    undo: (request) =>
      pipe(
        undoLoanOfCopy(request),
        TE.map((undone) => ({ undone })),
        showOutcome(request),
      ),
    renew: (request) =>
      pipe(
        request.run(renewLoanRoute, {
          ...{ params: { loan: request.fields['of'] }, body: overrideOfForm(request) },
          idempotencyKey: request.idempotencyKey,
        }),
        showRenewed(request, readLending(request)),
      ),
  },
})
