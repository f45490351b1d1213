import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { refused } from '../../../../domain/handling/handling-error'
import { BorrowerId } from '../../../../domain/language/ids'
import { cardByNumber } from '../../../../projections/borrowers/queries'
import type { System } from '../../../running/system'
import { deskAndMachines } from '../../access/roles'
import { BorrowerNumber, CardNumber, CprAsWritten, Pin } from '../../codecs/identifiers'
import { shape } from '../../codecs/shape'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
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

/** A machine finds nobody by a card without its PIN. */
const withPin = (system: System, { card, pin }: LookUp): TE.TaskEither<Failure, void> =>
  pipe(
    rowsNow(system),
    TE.map((rows) => (card === undefined ? undefined : cardByNumber(card)(rows)?.pin)),
    TE.chain((kept) =>
      kept === null || kept === undefined
        ? TE.right(kept === null)
        : TE.fromTask<boolean, Failure>(() => (pin === undefined ? Promise.resolve(false) : isPin(kept)(pin))),
    ),
    TE.filterOrElse(
      (right) => right,
      (): Failure => stranger,
    ),
    TE.map(() => undefined),
  )

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
  handle: ({ body, caller, system }) => {
    const one = theOne(body)
    if (one === undefined) return TE.left(notOne)
    if (caller.role === 'machine' && one.by !== 'card') return TE.left(edge('RoleIsMissing'))
    return pipe(
      caller.role === 'machine' ? withPin(system, body) : TE.right(undefined),
      TE.chain(() => whoIs(system)(one)),
      TE.chainEitherK(found<BorrowerId>(stranger)),
      TE.map((borrower) => answered({ borrower })),
    )
  },
})
