import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { BorrowerId } from '../../../../../domain/values/ids'
import { cardByNumber, pinHashOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { refuseBlockedLogIn } from '../../access/refuse-blocked-log-in'
import { staffAndMachines } from '../../access/caller-roles-of-routes'
import { BorrowerNumber, CardNumber, CprAsWritten, Pin } from '../../codecs/text-pattern-codecs'
import { objectCodec } from '../../codecs/object-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'
import { inQueueOfPinChecks, verifyPin } from './pin-hash'
import { findBorrowerId, type BorrowerIdentifier } from './find-borrower-id'

/** One of number, card and CPR number, and a PIN with a card. */
export const BorrowerLookUpBody = objectCodec(
  'BorrowerLookUp',
  {},
  { number: BorrowerNumber, card: CardNumber, cpr: CprAsWritten, pin: Pin },
)
type LookUpBody = t.TypeOf<typeof BorrowerLookUpBody>

const borrowerIsUnknown = (kind: BorrowerIdentifier['kind']): HttpFailure =>
  failureAboutBodyMember(kind, commandRefused({ _tag: 'BorrowerIsUnknown' }))

const singleIdentifier = ({ number, card, cpr }: LookUpBody): BorrowerIdentifier | undefined => {
  const identifiers = [
    ...(number === undefined ? [] : [{ kind: 'number', value: number } as const]),
    ...(card === undefined ? [] : [{ kind: 'card', value: card } as const]),
    ...(cpr === undefined ? [] : [{ kind: 'cpr', value: cpr } as const]),
  ]
  return identifiers.length === 1 ? identifiers[0] : undefined
}

const notExactlyOneNumber: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '',
      text: {
        da: 'skal indeholde præcis ét af number, card og cpr',
        en: 'must contain exactly one of number, card and cpr',
      },
    },
  ],
}

const pinWithoutCard: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '/pin',
      text: { da: 'skal stå sammen med card', en: 'must stand together with card' },
    },
  ],
}

const pinHashOfCard =
  (card: string) =>
  (rows: ReadModelRows): string | undefined => {
    const owner = cardByNumber(card)(rows)?.borrower
    return owner === undefined ? undefined : pinHashOfBorrower(owner)(rows)
  }

/**
 * Checks card and PIN: always for a machine, and for staff when they send a PIN. The card of a
 * borrower without a PIN finds nobody. Wrong PINs lock the card for a while. A card
 * that does not exist is locked alike and takes as long to check, so that nobody learns which cards exist.
 */
const checkPin = (
  {
    library,
    source,
    wrongPinCounter,
  }: Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'source' | 'wrongPinCounter'>,
  { card, pin }: LookUpBody,
): TE.TaskEither<HttpFailure, void> => {
  if (card === undefined || pin === undefined) return TE.left(borrowerIsUnknown('card'))
  return inQueueOfPinChecks(source)(
    pipe(
      wrongPinCounter.countAttempt({ card }),
      TE.chain(() => readCaughtUpRows(library)),
      TE.chain((rows) => TE.fromTask<boolean, HttpFailure>(() => verifyPin(pinHashOfCard(card)(rows))(pin))),
      TE.filterOrElse(
        (isRight) => isRight,
        (): HttpFailure => borrowerIsUnknown('card'),
      ),
      TE.chain(() => wrongPinCounter.reset({ card })),
    ),
  )
}

/**
 * Finds the borrower with a number: a machine by card and PIN only. Refused: `BorrowerIsUnknown`, with a pointer to the
 * number, also when the PIN is wrong. It writes nothing.
 */
export const lookUpBorrower = (
  request: Pick<
    RouteRequest<unknown, unknown, LookUpBody>,
    'body' | 'caller' | 'library' | 'source' | 'wrongPinCounter'
  >,
): TE.TaskEither<HttpFailure, BorrowerId> => {
  const { body, caller, library } = request
  const identifier = singleIdentifier(body)
  if (identifier === undefined) return TE.left(notExactlyOneNumber)
  if (caller.role === 'machine' && identifier.kind !== 'card') return TE.left(httpRequestFailure('RoleIsMissing'))
  if (body.pin !== undefined && body.card === undefined) return TE.left(pinWithoutCard)
  return pipe(
    caller.role === 'machine' || body.pin !== undefined ? checkPin(request, body) : TE.right(undefined),
    TE.chain(() => findBorrowerId(library)(identifier)),
    TE.chainEitherK(requireFound<BorrowerId>(borrowerIsUnknown(identifier.kind))),
    TE.chainEitherK((borrower) =>
      body.pin === undefined ? E.right(borrower) : refuseBlockedLogIn(library.rows)(borrower),
    ),
  )
}

/** A POST, so that no number stands in an address. It writes nothing. */
export const lookUpBorrowerRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/look-up',
  name: 'lookUpBorrower',
  summary:
    'Find a borrower by borrower number, card (LånerID) or CPR number; a machine by card and PIN; a PIN that is sent is checked',
  tag: 'Borrowers',
  roles: staffAndMachines,
  body: BorrowerLookUpBody,
  answer: objectCodec('BorrowerFound', { borrower: BorrowerId }),
  extraStatuses: [429],
  handle: (request) =>
    pipe(
      lookUpBorrower(request),
      TE.map((borrower) => answerWithBody({ borrower })),
    ),
})
