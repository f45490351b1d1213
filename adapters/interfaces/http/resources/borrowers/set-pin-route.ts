import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId, PinId } from '../../../../../domain/values/ids'
import { cardsOfBorrower, pinHashOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
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
import { hashPin, inQueueOfPinChecks, verifyPin } from './pin-hash'

interface SetPinBody {
  readonly pin: string
  readonly currentPin?: string
}
type SetPinRequest = RouteRequest<{ readonly borrower: BorrowerId }, unknown, SetPinBody>

const currentPinIsWrong = failureAboutBodyMember('currentPin', { _tag: 'CurrentPinIsWrong' })

const isOneOf =
  (pins: ReadonlyArray<string>, hash: string): Task<boolean> =>
  async () => {
    for (const pin of pins) if (await verifyPin(hash)(pin)) return true
    return false
  }

/**
 * Checks the PIN that was sent as the current one, and counts wrong ones of the borrower. A request that repeats a change,
 * under its idempotency key, names the PIN before the change: there the new PIN is the current one.
 */
const checkSentPin =
  ({ wrongPinCounter, params: { borrower }, origin, body: { currentPin, pin } }: SetPinRequest) =>
  (hash: string): TE.TaskEither<HttpFailure, void> =>
    currentPin === undefined
      ? TE.left(currentPinIsWrong)
      : inQueueOfPinChecks(
          pipe(
            wrongPinCounter.countAttempt({ borrower }),
            TE.chain(() => TE.fromTask(isOneOf(origin._tag === 'Once' ? [currentPin] : [currentPin, pin], hash))),
            TE.filterOrElse(
              (isRight) => isRight,
              (): HttpFailure => currentPinIsWrong,
            ),
            TE.chain(() => wrongPinCounter.reset({ borrower })),
          ),
        )

/** A borrower who has a PIN must send it, so that nobody changes it on a device that was left open. Staff need not. */
const checkCurrentPin = (request: SetPinRequest): TE.TaskEither<HttpFailure, void> => {
  const { caller, library, params } = request
  if (caller.role !== 'borrower') return TE.right(undefined)
  return pipe(
    TE.fromEither(requireOwnData(caller)(params.borrower)),
    TE.chain(() => readCaughtUpRows(library)),
    TE.map(pinHashOfBorrower(params.borrower)),
    TE.chain((hash) => (hash === undefined ? TE.right(undefined) : checkSentPin(request)(hash))),
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
    'Set the PIN of a borrower; the earlier one is forgotten at once. A borrower who has a PIN must send it. A PIN that staff set ends the lock of wrong PINs',
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
          pin: next('pin') as PinId,
          hash,
        })),
      ),
      TE.tap(() => endLocksIfByStaff(request)),
    ),
})
