import * as t from 'io-ts'
import type { GuardianPaper } from '../../../../../domain/borrower/guardian-details'
import { BranchId, GuardianshipId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import type { RegisteredGuardian } from '../../../../../projections/guardians/guardian-queries'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const guardianValue = personalValueCodec('guardian')

/** How the library reaches a guardian. */
export const GuardianContactAnswer = objectCodec('GuardianContact', {
  careOf: guardianValue(nullableCodec(t.string)),
  address: guardianValue(nullableCodec(t.string)),
  phones: guardianValue(listCodec(t.string)),
  mobileForNotices: guardianValue(nullableCodec(t.string)),
  emails: guardianValue(listCodec(t.string)),
  emailForNotices: guardianValue(nullableCodec(t.string)),
})

const paperMembers = {
  paperMonth: guardianValue(nullableCodec(Month)),
  paperBranch: guardianValue(nullableCodec(BranchId)),
}

/** A guardian as staff see them. */
export const GuardianAnswer = objectCodec('Guardian', {
  guardianship: guardianValue(GuardianshipId),
  cpr: guardianValue(t.string),
  name: guardianValue(t.string),
  contact: GuardianContactAnswer,
  verifiedEmails: guardianValue(listCodec(t.string)),
  ...paperMembers,
})

/** A guardian in the overview of the child. The child does not see the CPR number. */
export const GuardianInOverviewAnswer = objectCodec(
  'GuardianInOverview',
  {
    name: guardianValue(t.string),
    contact: GuardianContactAnswer,
    verifiedEmails: guardianValue(listCodec(t.string)),
    ...paperMembers,
  },
  { cpr: guardianValue(t.string) },
)

/** The paper of a guardian as it is sent. */
export const toPaperAnswer = (paper: GuardianPaper | null) => ({
  paperMonth: paper?.month ?? null,
  paperBranch: paper?.branch ?? null,
})

/** A guardian as they are sent. */
export const toGuardianAnswer = ({
  guardian: _guardian,
  borrower: _borrower,
  details: contact,
  paper,
  ...known
}: RegisteredGuardian) => ({ ...known, contact, ...toPaperAnswer(paper) })

/** The child of a guardian. */
export const ChildAnswer = objectCodec('ChildOfGuardian', { name: personalValueCodec('identity')(t.string) })
