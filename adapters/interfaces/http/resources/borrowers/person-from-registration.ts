import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { IdentityDetails, PersonalDetails } from '../../../../../domain/borrower/personal-details'
import { birthDateOfCpr, parseCpr } from '../../../../../domain/values/cpr'
import type { Day } from '../../../../../domain/values/day'
import type { NewBorrowerBody } from './borrower-request-codecs'

/** A borrower number (lånernummer): ten digits from a random UUID, which say nothing about the person. */
export const borrowerNumberFromUuid = (uuid: string): string =>
  String((BigInt(`0x${uuid.replaceAll('-', '')}`) % 9_000_000_000n) + 1_000_000_000n)

type SentIdentity = Omit<IdentityDetails, 'birthDate'> & { readonly birthDate?: Day | null }

/** Who a borrower is, as a request says it. The birth date is taken from the CPR number when it is not sent. */
export const identityFromRequest = ({ name, cpr, birthDate, group, municipality }: SentIdentity): IdentityDetails => {
  const parsedCpr =
    cpr === null
      ? null
      : pipe(
          parseCpr(cpr),
          E.getOrElseW(() => null),
        )
  const birthDateFromCpr = parsedCpr === null ? null : birthDateOfCpr(parsedCpr)
  return { cpr: parsedCpr, name, birthDate: birthDate ?? birthDateFromCpr, group, municipality }
}

/** The person that a registration describes. */
export const personFromRegistration =
  (number: string) =>
  (body: NewBorrowerBody): PersonalDetails => ({
    number,
    ...identityFromRequest(body),
    homeBranch: body.homeBranch,
    language: body.language,
  })
