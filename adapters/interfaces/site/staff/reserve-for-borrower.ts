import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerRecordProps } from '../../pages/borrower-record/borrower-record'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { reserveTitleRoute } from '../../http/resources/reservations/reserve-title-route'
import type { FormOutcome } from '../page/site-page'
import type { StaffFormRequest } from './define-staff-page'
import { borrowerInPath } from './open-record'
import { overrideOfForm } from './override-of-form'
import { readAfterCommand } from './read-after-command'
import { readBorrowerRecord } from './read-borrower-record'

/** The number of a copy has ten digits, that of a title eight or nine. */
const isCopyNumber = (number: string): boolean => /^[0-9]{10}$/.test(number)

/** The title that was written, or that of the copy that was scanned. The route checks it. */
const titleOfForm = ({ run, fields }: StaffFormRequest): TE.TaskEither<HttpFailure, string> => {
  const number = (fields['title'] ?? '').trim()
  return isCopyNumber(number)
    ? pipe(
        run(readCopyRoute, { params: { copy: number } }),
        TE.map(({ body }) => body.title),
      )
    : TE.right(number)
}

/** Reserves a title to be picked up at the branch of the desk, and shows the record with the reservation that was made. */
export const reserveForBorrower = (
  request: StaffFormRequest,
): TE.TaskEither<HttpFailure, FormOutcome<BorrowerRecordProps>> => {
  const { run, workplace, idempotencyKey } = request
  const body = {
    ...{ borrower: borrowerInPath(request), pickUpBranch: workplace.branch },
    ...overrideOfForm(request),
  }
  return pipe(
    titleOfForm(request),
    TE.flatMap((title) => run(reserveTitleRoute, { params: { title }, body, idempotencyKey })),
    TE.bindTo('made'),
    TE.bind('record', () => readAfterCommand(request)(readBorrowerRecord(request, undefined))),
    TE.map(({ made: { body: made }, record }) => ({
      content: {
        ...record,
        reserved: record.reservations.find(({ reservation }) => reservation === made.reservation),
      },
    })),
  )
}
