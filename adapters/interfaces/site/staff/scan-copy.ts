import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScannedCopy } from '../../pages/staff/scan/scanned-copy'
import { scanField } from '../../pages/staff/scan/scan-form'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { ScannedCopyAnswer } from '../../http/resources/copies/copy-answer-codecs'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { recordCopyArrivalRoute } from '../../http/resources/copies/record-copy-arrival-route'
import { returnCopyRoute } from '../../http/resources/copies/return-copy-route'
import { undoLoanRoute } from '../../http/resources/loans/undo-loan-route'
import { recordFoundOnPullListRoute } from '../../http/resources/reserved-copies/pull-list-routes'
import type { RouteAnswer } from '../../http/route/route-handler'
import type { StaffFormRequest } from './define-staff-page'

/** Nothing was found, levied or ended by what staff did. */
const noNews = { found: null, fee: null, toReimburse: null, loan: null } as const

type Scan = TE.TaskEither<HttpFailure, Pick<RouteAnswer<ScannedCopyAnswer>, 'body'>>

/** Does what a form asks for a copy, and tells what becomes of it. */
export type ScanCopy = (request: StaffFormRequest) => TE.TaskEither<HttpFailure, ScannedCopy>

/** What was scanned, without blanks, which some readers send. */
export const scannedCode = ({ fields }: Pick<StaffFormRequest, 'fields'>): string =>
  (fields[scanField] ?? '').replaceAll(/\s/g, '')

/** Runs a scan, and tells what becomes of the copy. */
const showScan = (request: StaffFormRequest, scan: Scan): TE.TaskEither<HttpFailure, ScannedCopy> => {
  const { run, workplace } = request
  const nameOf = branchName(request.library)
  return pipe(
    scan,
    TE.bindTo('scanned'),
    TE.bind('read', () => run(readCopyRoute, { params: { copy: scannedCode(request) } })),
    TE.map(({ scanned: { body }, read: { body: known } }) => ({
      ...{ copy: body.copy, becomes: body.becomes, pickUpNumber: body.pickUpNumber, pickUpBy: body.pickUpBy },
      ...{ found: body.found, fee: body.fee, hasCase: body.case !== null, loan: body.loan },
      toReimburse: body.toReimburse,
      ...{ name: known.name, shelfMark: known.shelfMark },
      sendTo: body.sendTo === null ? null : nameOf(body.sendTo),
      homeBranch: known.homeBranch === workplace.branch ? null : nameOf(known.homeBranch),
    })),
  )
}

const branchAndKey = ({ workplace: { branch }, idempotencyKey }: StaffFormRequest) => ({
  ...{ body: { branch }, idempotencyKey },
})

/** Returns the copy that was scanned. */
export const returnScannedCopy: ScanCopy = (request) => {
  const params = { copy: scannedCode(request) }
  return showScan(request, request.run(returnCopyRoute, { params, ...branchAndKey(request) }))
}

/** Records that the copy that was scanned has arrived at the branch. */
export const receiveScannedCopy: ScanCopy = (request) => {
  const params = { copy: scannedCode(request) }
  return showScan(request, request.run(recordCopyArrivalRoute, { params, ...branchAndKey(request) }))
}

/** Records that the copy that was scanned was found for the pull list. */
export const findScannedCopy: ScanCopy = (request) => {
  const { run, workplace, idempotencyKey } = request
  const params = { copy: scannedCode(request), branch: workplace.branch }
  return showScan(request, run(recordFoundOnPullListRoute, { params, idempotencyKey }))
}

/** Undoes the loan that the form names, of the copy that it sends as a scan, and tells where the copy belongs now. */
export const undoLoanOfCopy: ScanCopy = (request) => {
  const { run, fields, workplace, idempotencyKey } = request
  const [params, body] = [{ loan: fields['of'] }, { copy: scannedCode(request), branch: workplace.branch }]
  const undone = pipe(
    run(undoLoanRoute, { params, body, idempotencyKey }),
    TE.map(({ body: place }) => ({ body: { ...place, case: null, ...noNews } })),
  )
  return showScan(request, undone)
}
