import type { BorrowerId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { registeredGuardianOf } from '../guardians/guardian-queries'
import { guardianPapersTable, type GuardianPaperRow } from '../guardians/guardian-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

/** Who the guardian of a borrower is; undefined where nobody is registered. */
export const heldPerson = (borrower: BorrowerId, recordedIn: Month | null) => (rows: ReadModelRows) => {
  const registered = registeredGuardianOf(borrower)(rows)
  if (registered === undefined) return { guardian: undefined, guardianCprNumber: undefined }
  const { name, details, verifiedEmails, cpr, guardianship } = registered
  const { careOf, address, phones, mobileForNotices, emails, emailForNotices } = details
  return {
    guardian: { name, careOf, address, phones, mobileForNotices, emails, emailForNotices, verifiedEmails, recordedIn },
    guardianCprNumber: { cpr, guardianship, recordedIn },
  }
}

/** A paper on which a guardian was registered. */
export const heldPaper = ({ month, branch, endedIn }: GuardianPaperRow) => ({
  ...{ paperMonth: month, paperBranch: branch, endedIn },
})

/** The guardian of a borrower, and the papers on which guardians were registered. */
export const heldGuardian = (borrower: BorrowerId, recordedIn: Month | null) => (rows: ReadModelRows) => ({
  ...heldPerson(borrower, recordedIn)(rows),
  guardianPaper: unlessAllEmpty({
    papers: rows.find(guardianPapersTable, { where: { borrower }, orderBy: ['guardian'] }).map(heldPaper),
  }),
})
