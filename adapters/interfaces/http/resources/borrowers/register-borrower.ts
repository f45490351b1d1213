import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { register } from '../../../../../domain/use-cases/register'
import { refused } from '../../../../../domain/command-handling/handling-error'
import type { Person } from '../../../../../domain/borrower/person'
import { birthDateOf, type Cpr } from '../../../../../domain/values/cpr'
import type { Day } from '../../../../../domain/values/day'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById } from '../../../../../projections/borrowers/queries'
import type { Borrower } from '../../../../../projections/borrowers/rows'
import { desk } from '../../access/roles'
import { shape } from '../../codecs/shape'
import type { Failure } from '../../problems/failure'
import { command } from '../../route/define'
import { found, rowsNow } from '../ready'
import { NewBorrower } from './codecs'
import { borrowerNumber, personOf } from './person-of'
import { hashedPin } from './pin'

const hashed = (pin: string | null): TE.TaskEither<Failure, string | null> =>
  TE.fromTask(() => (pin === null ? Promise.resolve(null) : hashedPin(pin)))

/** Nobody is born on a day to come, as it was sent or as the CPR number tells it. */
const bornBy =
  (today: Day) =>
  ({ birthDate, cpr }: Person): E.Either<Failure, void> => {
    if (birthDate === null || birthDate <= today) return E.right(undefined)
    const pointer = cpr !== null && birthDateOf(cpr as Cpr) === birthDate ? '/cpr' : '/birthDate'
    const must = { da: 'må ikke ligge i fremtiden', en: 'must not lie in the future' }
    return E.left({ _tag: 'RequestIsInvalid', errors: [{ in: 'body', pointer, must }] })
  }

export const registerBorrower = command({
  method: 'post',
  path: '/borrowers',
  name: 'registerBorrower',
  about: 'Register a borrower (låneroprettelse)',
  area: 'Borrowers',
  roles: desk,
  body: NewBorrower,
  status: 201,
  answer: shape('BorrowerRegistered', { borrower: BorrowerId, number: t.string }),
  handle: ({ body, origin, system }) => {
    const { library } = system
    const { clock, random } = library.desk
    const person = personOf(borrowerNumber(random.uuid()))(body)
    return pipe(
      TE.fromEither(bornBy(clock.today())(person)),
      TE.chain(() => hashed(body.pin)),
      TE.chain((pin) =>
        pipe(
          register(library)({
            person,
            details: body.contact,
            cardShown: { number: body.card, pin },
            at: clock.now(),
            origin,
          }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.bindTo('made'),
      TE.bind('rows', () => rowsNow(system)),
      TE.chainEitherK(({ made: { borrower }, rows }) =>
        found<Borrower>(refused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
      ),
      TE.map(({ borrower, number }) => ({ body: { borrower, number }, location: `/borrowers/${borrower}` })),
    )
  },
})
