import * as t from 'io-ts'
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
  email: guardianValue(nullableCodec(t.string)),
})

export const PaperCodec = objectCodec('GuardianPaper', { month: Month, branch: BranchId })

/** A guardian as staff see them. */
export const GuardianAnswer = objectCodec('Guardian', {
  guardianship: guardianValue(GuardianshipId),
  cpr: guardianValue(t.string),
  name: guardianValue(t.string),
  contact: GuardianContactAnswer,
  paper: guardianValue(nullableCodec(PaperCodec)),
})

/** A guardian in the overview of the child. The child does not see the CPR number. */
export const GuardianInOverviewAnswer = objectCodec(
  'GuardianInOverview',
  { name: guardianValue(t.string), contact: GuardianContactAnswer, paper: guardianValue(nullableCodec(PaperCodec)) },
  { cpr: guardianValue(t.string) },
)

/** A guardian as they are sent. */
export const toGuardianAnswer = ({
  guardian: _guardian,
  borrower: _borrower,
  details: contact,
  ...known
}: RegisteredGuardian) => ({ ...known, contact })

/** The child of a guardian. */
export const ChildAnswer = objectCodec('ChildOfGuardian', { name: personalValueCodec('identity')(t.string) })
