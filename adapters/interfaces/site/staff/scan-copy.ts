import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScannedCopy } from '../../pages/staff/scan/scanned-copy'
import { scanField } from '../../pages/staff/scan/scan-form'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { returnCopyRoute } from '../../http/resources/copies/return-copy-route'
import { branchName } from './branch-name'
import type { StaffFormRequest } from './define-staff-page'

/** What was scanned, without blanks, which some readers send. */
export const scannedCode = ({ fields }: Pick<StaffFormRequest, 'fields'>): string =>
  (fields[scanField] ?? '').replaceAll(/\s/g, '')

/** Returns or scans the copy that was scanned, and tells what becomes of it. */
export const returnScannedCopy = (request: StaffFormRequest): TE.TaskEither<HttpFailure, ScannedCopy> => {
  const { run, workplace, idempotencyKey } = request
  const params = { copy: scannedCode(request) }
  const nameOf = branchName(request)
  return pipe(
    run(returnCopyRoute, { params, body: { branch: workplace.branch }, idempotencyKey }),
    TE.bindTo('returned'),
    TE.bind('read', () => run(readCopyRoute, { params })),
    TE.map(({ returned: { body }, read: { body: known } }) => ({
      ...{ copy: body.copy, becomes: body.becomes, pickUpNumber: body.pickUpNumber, pickUpBy: body.pickUpBy },
      ...{ found: body.found, fee: body.fee, hasCase: body.case !== null },
      ...{ name: known.name, shelfMark: known.shelfMark },
      sendTo: body.sendTo === null ? null : nameOf(body.sendTo),
      homeBranch: known.homeBranch === workplace.branch ? null : nameOf(known.homeBranch),
    })),
  )
}
