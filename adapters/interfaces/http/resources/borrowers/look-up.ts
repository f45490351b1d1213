import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { BorrowerId } from '../../../../../domain/values/ids'
import { cardByNumber } from '../../../../../projections/borrowers/queries'
import { deskAndMachines } from '../../access/roles'
import { BorrowerNumber, CardNumber, CprAsWritten, Pin } from '../../codecs/identifiers'
import { shape } from '../../codecs/shape'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import { answered, type Call } from '../../route/call'
import { command } from '../../route/define'
import { found, rowsNow } from '../ready'
import { isPin } from './pin'
import { whoIs, type LookedUpBy } from './who-is'

const LookUp = shape('LookUp', {}, { number: BorrowerNumber, card: CardNumber, cpr: CprAsWritten, pin: Pin })
type LookUp = t.TypeOf<typeof LookUp>

const stranger: Failure = refused({ _tag: 'BorrowerIsUnknown' })

const theOne = ({ number, card, cpr }: LookUp): LookedUpBy | undefined => {
  const by = [
    ...(number === undefined ? [] : [{ by: 'number', value: number } as const]),
    ...(card === undefined ? [] : [{ by: 'card', value: card } as const]),
    ...(cpr === undefined ? [] : [{ by: 'cpr', value: cpr } as const]),
  ]
  return by.length === 1 ? by[0] : undefined
}

const notOne: Failure = {
  _tag: 'RequestIsInvalid',
  errors: [{ in: 'body', pointer: '', must: { da: 'skal nævne ét nummer', en: 'must name exactly one number' } }],
}

/**
 * A machine finds nobody by a card without its PIN, nor by a card that has none. Wrong PINs lock the card for a while.
 * A card that nobody has is locked as well, and looked at for as long, so that neither tells which cards there are.
 */
const withPin = (
  { system, wrongPins }: Pick<Call<unknown, unknown, unknown>, 'system' | 'wrongPins'>,
  { card, pin }: LookUp,
): TE.TaskEither<Failure, void> => {
  if (card === undefined || pin === undefined) return TE.left(stranger)
  return pipe(
    TE.fromEither(wrongPins.trying(card)),
    TE.chain(() => rowsNow(system)),
    TE.chain((rows) => TE.fromTask<boolean, Failure>(() => isPin(cardByNumber(card)(rows)?.pin)(pin))),
    TE.filterOrElse(
      (right) => right,
      (): Failure => stranger,
    ),
    TE.map(() => wrongPins.wasRight(card)),
  )
}

/** A command by its method alone, so that no number stands in an address. Nothing is written. */
export const lookUpBorrower = command({
  method: 'post',
  path: '/borrowers/look-up',
  name: 'lookUpBorrower',
  about: 'Find a borrower by borrower number, card (LånerID) or CPR number; a machine by card and PIN',
  area: 'Borrowers',
  roles: deskAndMachines,
  body: LookUp,
  answer: shape('BorrowerFound', { borrower: BorrowerId }),
  refusals: [429],
  handle: (call) => {
    const { body, caller, system } = call
    const one = theOne(body)
    if (one === undefined) return TE.left(notOne)
    if (caller.role === 'machine' && one.by !== 'card') return TE.left(edge('RoleIsMissing'))
    return pipe(
      caller.role === 'machine' ? withPin(call, body) : TE.right(undefined),
      TE.chain(() => whoIs(system)(one)),
      TE.chainEitherK(found<BorrowerId>(stranger)),
      TE.map((borrower) => answered({ borrower })),
    )
  },
})
