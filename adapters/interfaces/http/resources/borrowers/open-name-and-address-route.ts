import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { BorrowerId } from '../../../../../domain/values/ids'
import {
  borrowerById,
  contactOfBorrower,
  type BorrowerRecord,
} from '../../../../../projections/borrowers/borrower-record-queries'
import { registeredGuardianOf } from '../../../../../projections/guardians/guardian-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { recordOpening } from '../../request-handling/record-opening'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { readCaughtUpRows, requireFound } from '../read-caught-up-rows'
import { BorrowerPathParameters } from './borrower-request-codecs'

const contactValue = personalValueCodec('contact')
const guardianValue = personalValueCodec('guardian')

const GuardianNameAndAddress = objectCodec('GuardianNameAndAddress', {
  name: guardianValue(t.string),
  careOf: guardianValue(nullableCodec(t.string)),
  address: guardianValue(nullableCodec(t.string)),
})

const NameAndAddress = objectCodec('NameAndAddress', {
  name: personalValueCodec('identity')(t.string),
  careOf: contactValue(nullableCodec(t.string)),
  address: contactValue(nullableCodec(t.string)),
  guardian: nullableCodec(GuardianNameAndAddress),
})

const guardianOf = (borrower: BorrowerId, rows: ReadModelRows) => {
  const guardian = registeredGuardianOf(borrower)(rows)
  if (guardian === undefined) return null
  const { careOf, address } = guardian.details
  return { name: guardian.name, careOf, address }
}

const nameAndAddressOf = ({ borrower, name }: BorrowerRecord, rows: ReadModelRows) => {
  const contact = contactOfBorrower(borrower)(rows)
  return {
    ...{ name, careOf: contact?.careOf ?? null, address: contact?.address ?? null },
    guardian: guardianOf(borrower, rows),
  }
}

/** A POST, because it records the opening. Without a reason nothing is shown; and nothing is, when it cannot be recorded. */
export const openNameAndAddressRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/name-and-address',
  name: 'openNameAndAddress',
  summary:
    'Read the protected name and address (navne- og adressebeskyttelse) of a borrower and of the guardian, with a written reason, which is recorded',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: objectCodec('NameAndAddressOpening', { reason: freeTextCodec(200) }),
  answer: NameAndAddress,
  handle: ({ params: { borrower }, body: { reason }, caller, library }) =>
    pipe(
      readCaughtUpRows(library),
      TE.bindTo('rows'),
      TE.bind('record', ({ rows }) =>
        TE.fromEither(
          requireFound<BorrowerRecord>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
        ),
      ),
      TE.chainFirst(() =>
        recordOpening(library, caller)({ borrower, opened: 'nameAndAddress', reason, approvedBy: null }),
      ),
      TE.map(({ rows, record }) => answerWithBody(nameAndAddressOf(record, rows))),
    ),
})
