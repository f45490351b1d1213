import type * as t from 'io-ts'
import { BorrowerId, BranchId, MunicipalityCode } from '../../../../../domain/values/ids'
import { Day } from '../../../../../domain/values/day'
import { Language } from '../../../../../domain/borrower/language'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { atMost } from '../../codecs/at-most'
import { freeText } from '../../codecs/free-text'
import { CardNumber, CprAsWritten, Email, Phone, Pin } from '../../codecs/identifiers'
import { nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { where } from '../../codecs/where'

export const BorrowerPath = shape('BorrowerPath', { borrower: BorrowerId })
export const BorrowerChanged = shape('BorrowerChanged', { borrower: BorrowerId })

/** Nobody is reached at more numbers than these. */
const mostPhones = 10

const ContactFields = shape('ContactSent', {
  careOf: nullable(freeText(200)),
  address: nullable(freeText(300)),
  phones: atMost(mostPhones, Phone),
  mobileForNotices: nullable(Phone),
  email: nullable(Email),
})

/** How a borrower can be reached, as it is sent. Notices go to one of the borrower's own phones. */
export const ContactSent = where<t.TypeOf<typeof ContactFields>>({
  member: 'mobileForNotices',
  holds: ({ mobileForNotices, phones }) => mobileForNotices === null || phones.includes(mobileForNotices),
  must: { da: 'skal være en af phones', en: 'must be one of phones' },
})(ContactFields)

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
