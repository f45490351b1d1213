import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { PersonalDetails } from '../../../../../domain/borrower/personal-details'
import { birthDateOfCpr, parseCpr } from '../../../../../domain/values/cpr'
import type { NewBorrowerBody } from './borrower-request-codecs'

/** A borrower number (lånernummer): ten digits from a random UUID, which say nothing about the person. */
export const borrowerNumberFromUuid = (uuid: string): string =>
  String((BigInt(`0x${uuid.replaceAll('-', '')}`) % 9_000_000_000n) + 1_000_000_000n)

/** The person that a registration describes. */
export const personFromRegistration =
  (number: string) =>
  ({ name, cpr, birthDate, group, municipality, homeBranch, language }: NewBorrowerBody): PersonalDetails => {
    const parsedCpr =
      cpr === null
        ? null
        : pipe(
            parseCpr(cpr),
            E.getOrElseW(() => null),
          )
    const birthDateFromCpr = parsedCpr === null ? null : birthDateOfCpr(parsedCpr)
    return {
      number,
      cpr: parsedCpr,
      name,
      birthDate: birthDate ?? birthDateFromCpr,
      group,
      municipality,
      homeBranch,
      language,
    }
  }
