import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { UndoneReturn } from '../../pages/returns/undone-return'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { undoReturnRoute } from '../../http/resources/copies/undo-return-route'
import { filledFields } from '../page/filled-fields'
import type { StaffFormRequest } from './define-staff-page'
import { scannedCode } from './scan-copy'

/** Undoes the return of the copy that was scanned; of the loan that the form names, when it names one. */
export const undoScannedReturn = (request: StaffFormRequest): TE.TaskEither<HttpFailure, UndoneReturn> => {
  const { run, fields, workplace, idempotencyKey } = request
  const params = { copy: scannedCode(request) }
  const { of: loan } = filledFields(fields, ['of'])
  const body = { branch: workplace.branch, ...(loan === undefined ? {} : { loan }) }
  return pipe(
    run(readCopyRoute, { params }),
    TE.bindTo('read'),
    TE.bind('undone', () => run(undoReturnRoute, { params, body, idempotencyKey })),
    TE.map(({ read: { body: known }, undone: { body: undone } }) => ({
      ...{ copy: known.copy, name: known.name, dueOn: undone.dueOn },
    })),
  )
}
