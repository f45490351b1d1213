import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { isBirthDatePossibleForCpr, type Cpr } from '../../../domain/values/cpr'
import type { BorrowerImportRules } from '../../imports/borrowers/borrower-import-record-kind'
import type { ImportedRowCells } from '../../imports/table/import-record-kind'
import { hashPin } from '../../interfaces/http/resources/borrowers/pin-hash'
import {
  borrowerNumberFromUuid,
  personFromRegistration,
} from '../../interfaces/http/resources/borrowers/person-from-registration'
import { NewBorrowerBody } from '../../interfaces/http/resources/borrowers/borrower-request-codecs'
import { rowRejectReason } from './row-reject-reason'

/** A row as the body of a registration. */
const toRegistration = ({ phones, emails, language, ...cells }: ImportedRowCells): unknown => {
  const { careOf, address, mobileForNotices, emailForNotices, ...person } = cells
  return {
    ...person,
    language: language ?? 'da',
    contact: {
      careOf,
      address,
      phones: phones?.split(' ') ?? [],
      mobileForNotices,
      emails: emails?.split(' ') ?? [],
      emailForNotices,
    },
  }
}

/** The rules of registration over HTTP, for the rows of a table. */
export const borrowerImportRules: BorrowerImportRules = {
  decodeRow: (cells) =>
    pipe(
      NewBorrowerBody.decode(toRegistration(cells)),
      E.bimap(rowRejectReason, (body) => {
        const { number: _number, ...person } = personFromRegistration('')(body)
        return { person, contactDetails: body.contact, card: body.card, pin: body.pin }
      }),
      E.filterOrElse(
        ({ person: { cpr, birthDate } }) =>
          cpr === null || birthDate === null || isBirthDatePossibleForCpr(cpr as Cpr)(birthDate),
        () => 'birthDate is not that of cpr',
      ),
    ),
  newNumber: borrowerNumberFromUuid,
  hashPin,
}
