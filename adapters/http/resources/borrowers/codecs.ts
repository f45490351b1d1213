import type * as t from 'io-ts'
import { BorrowerId, BranchId, MunicipalityCode } from '../../../../domain/language/ids'
import { Day } from '../../../../domain/language/day'
import { Language } from '../../../../domain/borrower/language'
import { BorrowerGroup } from '../../../../domain/policy/borrower-group'
import { freeText } from '../../codecs/free-text'
import { CardNumber, CprAsWritten, Email, Phone, Pin } from '../../codecs/identifiers'
import { listOf, nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'

export const BorrowerPath = shape('BorrowerPath', { borrower: BorrowerId })
export const BorrowerChanged = shape('BorrowerChanged', { borrower: BorrowerId })

/** How a borrower can be reached, as it is sent. */
export const ContactSent = shape('ContactSent', {
  careOf: nullable(freeText(200)),
  address: nullable(freeText(300)),
  phones: listOf(Phone),
  mobileForNotices: nullable(Phone),
  email: nullable(Email),
})

export const PreferencesSent = shape('Preferences', { homeBranch: BranchId, language: Language })

/** Somebody who asks to become a borrower. The birth date follows from the CPR number when it is not sent. */
export const NewBorrower = shape(
  'NewBorrower',
  {
    name: freeText(200),
    cpr: nullable(CprAsWritten),
    group: BorrowerGroup,
    municipality: nullable(MunicipalityCode),
    homeBranch: BranchId,
    language: Language,
    contact: ContactSent,
    card: CardNumber,
    pin: nullable(Pin),
  },
  { birthDate: nullable(Day) },
)
export type NewBorrower = t.TypeOf<typeof NewBorrower>
