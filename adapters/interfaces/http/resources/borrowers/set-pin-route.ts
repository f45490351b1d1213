import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { pinIdFromIds } from '../../../../../domain/use-cases/pin-id-from-ids'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { cardsOfBorrower, pinHashOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import { endSessionsOfBorrower } from '../../access/end-sessions-of-borrower'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { Pin } from '../../codecs/text-pattern-codecs'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import type { RouteRequest } from '../../route/route-handler'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { pinHashOfRepeat } from './new-pin-hash'
import { hashPinInQueue, inQueueOfPinChecks, verifyPin } from './pin-hash'

interface SetPinBody {
  readonly pin: string
  readonly currentPin?: string
}
type SetPinRequest = RouteRequest<{ readonly borrower: BorrowerId }, unknown, SetPinBody>

const currentPinIsWrong = failureAboutBodyMember('currentPin', { _tag: 'CurrentPinIsWrong' })

/** Checks the PIN that was sent as the present one, and counts wrong ones of the borrower. */
const checkSentPin =
  ({ wrongPinCounter, source, params: { borrower }, body: { currentPin } }: SetPinRequest) =>
  (hash: string): TE.TaskEither<HttpFailure, void> =>
    currentPin === undefined
      ? TE.left(currentPinIsWrong)
      : inQueueOfPinChecks(source)(
          pipe(
            wrongPinCounter.countAttempt({ borrower }),
            TE.chain(() => TE.fromTask<boolean, HttpFailure>(() => verifyPin(hash)(currentPin))),
            TE.filterOrElse(
              (isRight) => isRight,
              (): HttpFailure => currentPinIsWrong,
            ),
            TE.chain(() => wrongPinCounter.reset({ borrower })),
          ),
        )

/** A borrower who has a PIN must send it, so that nobody changes it on a device that was left open. Staff need not. */
const checkCurrentPin = (request: SetPinRequest): TE.TaskEither<HttpFailure, void> =>
  request.caller.role !== 'borrower'
    ? TE.right(undefined)
    : pipe(
        readCaughtUpRows(request.library),
        TE.map(pinHashOfBorrower(request.params.borrower)),
        TE.chain((hash) => (hash === undefined ? TE.right(undefined) : checkSentPin(request)(hash))),
      )

/** The hash of the new PIN. A repeat of a change names the PIN before the change, which was checked then. */
const checkAndHash = (request: SetPinRequest): TE.TaskEither<HttpFailure, string> => {
  const { body, caller, params, source } = request
  return pipe(
    TE.fromEither(requireOwnData(caller)(params.borrower)),
    TE.chain(() => pinHashOfRepeat(request, () => params.borrower)),
    TE.chain((hash) =>
      hash === undefined
        ? pipe(
            checkCurrentPin(request),
            TE.chain(() => hashPinInQueue(source)(body.pin)),
          )
        : TE.right(hash),
    ),
  )
}

/** A PIN that staff set ends the locks of wrong PINs: of the borrower, and of the cards. */
const endLocksIfByStaff = ({
  caller,
  library,
  params: { borrower },
  wrongPinCounter,
}: SetPinRequest): TE.TaskEither<HttpFailure, unknown> =>
  caller.role !== 'staff'
    ? TE.right(undefined)
    : pipe(
        readCaughtUpRows(library),
        TE.map(cardsOfBorrower(borrower)),
        TE.map((cards) => [{ borrower }, ...cards.map(({ number: card }) => ({ card }))]),
        TE.chain(TE.traverseSeqArray(wrongPinCounter.reset)),
      )

export const setPinRoute = defineCommandRoute({
  method: 'put',
  path: '/borrowers/:borrower/pin',
  name: 'setPin',
  headers: ['ETag'],
  summary:
    'Set the PIN of a borrower; the earlier one is forgotten at once, and the sessions of the borrower on the website end. A borrower who has a PIN must send it. A PIN that staff set ends the lock of wrong PINs',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  body: objectCodec('PinChange', { pin: Pin }, { currentPin: Pin }),
  extraStatuses: [429],
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    pipe(
      checkAndHash(request),
      TE.chain((hash) =>
        changeBorrowerIfMatch(request)((ids) => ({
          type: 'SetPin',
          borrower: request.params.borrower,
          pin: pinIdFromIds(ids),
          hash,
        })),
      ),
      TE.tap(() => endLocksIfByStaff(request)),
      TE.tap(() => endSessionsOfBorrower(request.library.shortTerm)(request.params.borrower, request.source.session)),
    ),
})
