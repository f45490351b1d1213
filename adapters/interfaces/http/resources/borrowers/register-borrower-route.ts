import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { registerBorrower } from '../../../../../domain/use-cases/register-borrower'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { PersonalDetails } from '../../../../../domain/borrower/personal-details'
import { birthDateOfCpr, isBirthDatePossibleForCpr, type Cpr } from '../../../../../domain/values/cpr'
import { ageInYears, type Day } from '../../../../../domain/values/day'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { BorrowerRow } from '../../../../../projections/borrowers/borrower-tables'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import type { TranslatedText } from '../../problems/http-problem-text'
import { defineCommandRoute } from '../../route/define-route'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'
import { NewBorrowerBody } from './borrower-request-codecs'
import { borrowerNumberFromUuid, personFromRegistration } from './person-from-registration'
import { hashPin } from './pin-hash'

const hashPinIfGiven = (pin: string | null): TE.TaskEither<HttpFailure, string | null> =>
  TE.fromTask(() => (pin === null ? Promise.resolve(null) : hashPin(pin)))

/** Nobody is older, in years: the oldest person whose age is certain reached 122. */
const maxAge = 130

const birthDateText = (birthDate: Day, today: Day): TranslatedText | undefined => {
  if (birthDate > today) return { da: 'må ikke ligge i fremtiden', en: 'must not lie in the future' }
  return ageInYears(birthDate)(today) <= maxAge
    ? undefined
    : {
        da: `må ikke ligge mere end ${String(maxAge)} år tilbage`,
        en: `must not lie more than ${String(maxAge)} years back`,
      }
}

/** Refuses a birth date that nobody alive can have, sent or derived from the CPR number. */
const checkBirthDateIsPossible =
  (today: Day) =>
  ({ birthDate, cpr }: PersonalDetails): E.Either<HttpFailure, void> => {
    const text = birthDate === null ? undefined : birthDateText(birthDate, today)
    if (text === undefined) return E.right(undefined)
    const pointer = cpr !== null && birthDateOfCpr(cpr as Cpr) === birthDate ? '/cpr' : '/birthDate'
    return E.left({ _tag: 'RequestIsInvalid', errors: [{ in: 'body', pointer, text }] })
  }

/** Refuses a birth date that is not the one in the CPR number. */
const checkBirthDateAgainstCpr = ({ birthDate, cpr }: PersonalDetails): E.Either<HttpFailure, void> =>
  birthDate === null || cpr === null || isBirthDatePossibleForCpr(cpr as Cpr)(birthDate)
    ? E.right(undefined)
    : E.left(failureAboutBodyMember('birthDate', { _tag: 'BirthDateIsNotInCpr' }))

const checkBirthDate = (today: Day) => (person: PersonalDetails) =>
  pipe(
    checkBirthDateIsPossible(today)(person),
    E.chain(() => checkBirthDateAgainstCpr(person)),
  )

export const registerBorrowerRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers',
  name: 'registerBorrower',
  headers: ['Location'],
  summary: 'Register a borrower (låneroprettelse)',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  body: NewBorrowerBody,
  namedInBody: { branch: 'homeBranch' },
  status: 201,
  extraStatuses: [404],
  answer: objectCodec('BorrowerRegistered', { borrower: BorrowerId, number: t.string }),
  handle: ({ body, origin, library }) => {
    const { useCaseDependencies } = library
    const { clock, random } = useCaseDependencies.commandHandling
    const person = personFromRegistration(borrowerNumberFromUuid(random.uuid()))(body)
    return pipe(
      TE.fromEither(checkBirthDate(clock.today())(person)),
      TE.chain(() => hashPinIfGiven(body.pin)),
      TE.chain((pin) =>
        pipe(
          registerBorrower(useCaseDependencies)({
            person,
            contactDetails: body.contact,
            presentedCard: { number: body.card, pin },
            at: clock.now(),
            origin,
          }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.bindTo('registered'),
      TE.bind('rows', () => readCaughtUpRows(library)),
      TE.chainEitherK(({ registered: { borrower }, rows }) =>
        requireFound<BorrowerRow>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
      ),
      TE.map(({ borrower, number }) => ({ body: { borrower, number }, location: `/borrowers/${borrower}` })),
    )
  },
})
