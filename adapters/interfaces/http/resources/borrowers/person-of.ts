import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Person } from '../../../../../domain/borrower/person'
import { birthDateOf, readCpr } from '../../../../../domain/values/cpr'
import type { NewBorrower } from './codecs'

/** Ten digits from a random UUID: a borrower number (lånernummer) that tells nothing of the person. */
export const borrowerNumber = (uuid: string): string =>
  String((BigInt(`0x${uuid.replaceAll('-', '')}`) % 9_000_000_000n) + 1_000_000_000n)

/** What the library will know of somebody who registers. */
export const personOf =
  (number: string) =>
  ({ name, cpr, birthDate, group, municipality, homeBranch, language }: NewBorrower): Person => {
    const written =
      cpr === null
        ? null
        : pipe(
            readCpr(cpr),
            E.getOrElseW(() => null),
          )
    const born = written === null ? null : birthDateOf(written)
    return { number, cpr: written, name, birthDate: birthDate ?? born, group, municipality, homeBranch, language }
  }
