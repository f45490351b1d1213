import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import { BorrowerId, BranchId, MunicipalityCode } from '../../../../../domain/values/ids'
import { Day } from '../../../../../domain/values/day'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { boundedListCodec } from '../../codecs/bounded-list-codec'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { CardNumber, CprAsWritten, Email, Phone, Pin } from '../../codecs/text-pattern-codecs'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { withFieldRule } from '../../codecs/with-field-rule'

export const BorrowerPathParameters = objectCodec('BorrowerPath', { borrower: BorrowerId })
export const BorrowerChangedAnswer = objectCodec('BorrowerChanged', { borrower: BorrowerId })

/** The borrower whom a path names: the answer shows the record. */
export const borrowerInPath = ({ borrower }: t.TypeOf<typeof BorrowerPathParameters>): ReadonlyArray<BorrowerId> => [
  borrower,
]

/** The largest number of phones, and of e-mails. */
const maxPhones = 10
const maxEmails = 5

const ContactBodyFields = objectCodec('ContactDetails', {
  careOf: nullableCodec(freeTextCodec(200)),
  address: nullableCodec(freeTextCodec(300)),
  phones: boundedListCodec(maxPhones, Phone),
  mobileForNotices: nullableCodec(Phone),
  emails: boundedListCodec(maxEmails, Email),
  emailForNotices: nullableCodec(Email),
})

type ContactBodyFields = t.TypeOf<typeof ContactBodyFields>

const mobileIsOneOfPhones = withFieldRule<ContactBodyFields>({
  field: 'mobileForNotices',
  holds: ({ mobileForNotices, phones }) => mobileForNotices === null || phones.includes(mobileForNotices),
  errorText: { da: 'skal være en af phones', en: 'must be one of phones' },
})

const emailIsOneOfEmails = withFieldRule<ContactBodyFields>({
  field: 'emailForNotices',
  holds: ({ emailForNotices, emails }) => emailForNotices === null || emails.includes(emailForNotices),
  errorText: { da: 'skal være en af emails', en: 'must be one of emails' },
})

/** Contact details as they are sent: what is marked for notices must be one of `phones`, and one of `emails`. */
export const ContactBody = pipe(ContactBodyFields, mobileIsOneOfPhones, emailIsOneOfEmails)

/** An absence period as it is sent: `from` is null from today on, `until` is null until the period is removed. */
export const AbsenceBody = objectCodec('NewAbsencePeriod', { from: nullableCodec(Day), until: nullableCodec(Day) })

export const PreferencesCodec = objectCodec('Preferences', { homeBranch: BranchId, language: MessageLanguage })

const identityMembers = {
  name: freeTextCodec(200),
  cpr: nullableCodec(CprAsWritten),
  group: BorrowerGroup,
  municipality: nullableCodec(MunicipalityCode),
}

/** Who the borrower is, and why it is put right. The birth date follows from the CPR number when it is not sent. */
export const IdentityBody = objectCodec(
  'IdentityChange',
  { ...identityMembers, reason: freeTextCodec(200) },
  { birthDate: nullableCodec(Day) },
)

/** A registration. The birth date follows from the CPR number when it is not sent. */
export const NewBorrowerBody = objectCodec(
  'NewBorrower',
  {
    ...identityMembers,
    homeBranch: BranchId,
    language: MessageLanguage,
    contact: ContactBody,
    card: CardNumber,
    pin: nullableCodec(Pin),
  },
  { birthDate: nullableCodec(Day) },
)
export type NewBorrowerBody = t.TypeOf<typeof NewBorrowerBody>
