import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { IdentityDetails } from '../../../../../domain/borrower/personal-details'
import { birthDateOfCpr, isBirthDatePossibleForCpr, type Cpr } from '../../../../../domain/values/cpr'
import { ageInYears, type Day } from '../../../../../domain/values/day'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import type { HttpFailure } from '../../problems/http-failure'
import type { TranslatedText } from '../../problems/http-problem-text'

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
  ({ birthDate, cpr }: IdentityDetails): E.Either<HttpFailure, void> => {
    const text = birthDate === null ? undefined : birthDateText(birthDate, today)
    if (text === undefined) return E.right(undefined)
    const pointer = cpr !== null && birthDateOfCpr(cpr as Cpr) === birthDate ? '/cpr' : '/birthDate'
    return E.left({ _tag: 'RequestIsInvalid', errors: [{ in: 'body', pointer, text }] })
  }

/** Refuses a birth date that is not the one in the CPR number. */
const checkBirthDateAgainstCpr = ({ birthDate, cpr }: IdentityDetails): E.Either<HttpFailure, void> =>
  birthDate === null || cpr === null || isBirthDatePossibleForCpr(cpr as Cpr)(birthDate)
    ? E.right(undefined)
    : E.left(failureAboutBodyMember('birthDate', { _tag: 'BirthDateIsNotInCpr' }))

/** Refuses a birth date that nobody alive can have, and one that is not that of the CPR number. */
export const checkBirthDate = (today: Day) => (identity: IdentityDetails) =>
  pipe(
    checkBirthDateIsPossible(today)(identity),
    E.chain(() => checkBirthDateAgainstCpr(identity)),
  )
