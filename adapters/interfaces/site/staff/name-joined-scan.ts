import { pipe } from 'fp-ts/function'
import type * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { scanField } from '../../pages/staff/scan/scan-form'
import { twoNumbersText } from '../../pages/staff/scan/scan-texts'
import { fieldFailure } from '../../http/problems/field-failure'
import type { HttpFailure } from '../../http/problems/http-failure'
import { failureTagOf } from '../../http/problems/problem-details'
import { readCopyRoute } from '../../http/resources/copies/read-copy-route'
import { readTitleRoute } from '../../http/resources/titles/read-title-route'
import type { StaffFormRequest } from './define-staff-page'
import { findBorrowerByCode } from './find-borrower-by-code'
import { scannedCode } from './scan-copy'

/** A part of a scan is looked up when it has as many characters as the shortest card number. */
const shortestNumber = 4

/** The longest scan that is looked through: two of the longest card numbers. */
const longestScan = 40

const unknownTags: ReadonlyArray<string> = ['BorrowerIsUnknown', 'CopyIsUnknown', 'TitleIsUnknown', 'RequestIsInvalid']

/** Whether the library knows a number: that of a borrower, of a copy or of a title. */
const isKnown = (request: StaffFormRequest, code: string): T.Task<boolean> =>
  pipe(
    findBorrowerByCode(request, code),
    TE.orElse((): TE.TaskEither<HttpFailure, unknown> => request.run(readCopyRoute, { params: { copy: code } })),
    TE.orElse((): TE.TaskEither<HttpFailure, unknown> => request.run(readTitleRoute, { params: { title: code } })),
    TE.match(
      () => false,
      () => true,
    ),
  )

/** After how many characters the second of two known numbers begins; undefined when the scan is not two of them. */
const startOfSecondNumber =
  (request: StaffFormRequest): T.Task<number | undefined> =>
  async () => {
    const code = scannedCode(request)
    if (code.length > longestScan) return undefined
    for (let at = shortestNumber; at <= code.length - shortestNumber; at += 1)
      if ((await isKnown(request, code.slice(0, at))()) && (await isKnown(request, code.slice(at))())) return at
    return undefined
  }

/**
 * Says of a scan that nobody knows whether it is two known numbers: somebody typed a number, or a reader sent one, and the next
 * scan was added to it. Such a scan acts on neither of them.
 */
export const nameJoinedScan =
  (request: StaffFormRequest) =>
  <A>(sent: TE.TaskEither<HttpFailure, A>): TE.TaskEither<HttpFailure, A> =>
    pipe(
      sent,
      TE.orElse((failure) =>
        scanField in request.fields && unknownTags.includes(failureTagOf(failure))
          ? pipe(
              TE.fromTask(startOfSecondNumber(request)),
              TE.flatMap((at) =>
                TE.left(at === undefined ? failure : fieldFailure('body', scanField, twoNumbersText(at))),
              ),
            )
          : TE.left(failure),
      ),
    )
