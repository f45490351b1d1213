import * as t from 'io-ts'
import { BranchId, GuardianshipId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { legalHolds } from './held-hold-codecs'

const guardianValue = personalValueCodec('guardian')

const HeldGuardianPaper = objectCodec('HeldGuardianPaper', {
  paperMonth: guardianValue(Month),
  paperBranch: guardianValue(BranchId),
  endedIn: guardianValue(nullableCodec(Month)),
})

/** The guardian of a borrower, and the papers on which guardians were registered. */
export const heldGuardianCodecs = {
  guardian: objectCodec(
    'HeldGuardian',
    {
      name: guardianValue(t.string),
      careOf: guardianValue(nullableCodec(t.string)),
      address: guardianValue(nullableCodec(t.string)),
      phones: guardianValue(listCodec(t.string)),
      mobileForNotices: guardianValue(nullableCodec(t.string)),
      emails: guardianValue(listCodec(t.string)),
      emailForNotices: guardianValue(nullableCodec(t.string)),
      verifiedEmails: guardianValue(listCodec(t.string)),
      recordedIn: nullableCodec(Month),
    },
    legalHolds,
  ),
  guardianCprNumber: objectCodec(
    'HeldGuardianCprNumber',
    {
      cpr: guardianValue(t.string),
      guardianship: guardianValue(GuardianshipId),
      recordedIn: nullableCodec(Month),
    },
    legalHolds,
  ),
  guardianPaper: objectCodec('HeldGuardianPapers', { papers: listCodec(HeldGuardianPaper) }, legalHolds),
}
