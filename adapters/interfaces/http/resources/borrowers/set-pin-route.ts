import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId, PinId } from '../../../../../domain/values/ids'
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
import { hasSetPresentPin, stepOfPinId } from './has-set-present-pin'
import { hashPin, inQueueOfPinChecks, verifyPin } from './pin-hash'

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

/**
 * A borrower who has a PIN must send it, so that nobody changes it on a device that was left open. Staff need not. A repeat of
 * a change names the PIN before the change, which was checked then.
 */
const checkCurrentPin = (request: SetPinRequest): TE.TaskEither<HttpFailure, void> => {
  const { caller, library, params } = request
  if (caller.role !== 'borrower') return TE.right(undefined)
  return pipe(
    TE.fromEither(requireOwnData(caller)(params.borrower)),
    TE.chain(() => readCaughtUpRows(library)),
    TE.map(pinHashOfBorrower(params.borrower)),
    TE.bindTo('hash'),
    TE.bind('isRepeat', () => hasSetPresentPin(request)),
    TE.chain(({ hash, isRepeat }) =>
      hash === undefined || isRepeat ? TE.right(undefined) : checkSentPin(request)(hash),
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
      checkCurrentPin(request),
      TE.chain(() => TE.fromTask<string, HttpFailure>(() => hashPin(request.body.pin))),
      TE.chain((hash) =>
        changeBorrowerIfMatch(request)(({ idFor: next }) => ({
          type: 'SetPin',
          borrower: request.params.borrower,
          pin: next(stepOfPinId) as PinId,
          hash,
        })),
      ),
      TE.tap(() => endLocksIfByStaff(request)),
      TE.tap(() => endSessionsOfBorrower(request.library.shortTerm)(request.params.borrower, request.source.session)),
    ),
})
