import type { BorrowerId } from '../../domain/values/ids'
import { noticesOfBorrower } from '../notices/notice-queries'
import { noticeForgottenOn } from '../notices/notice-forgotten-on'
import type { NoticeRow } from '../notices/notice-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

/** Without the link to confirm an address: it is for whoever reads the mail that was sent there. */
export const heldNotice = (retentionMonths: number) => (row: NoticeRow) => {
  const { notice, kind, madeIn, email, guardianship, erasedWith, state, channel, address, reason } = row
  return {
    ...{ notice, about: kind, month: madeIn, email, isToGuardian: guardianship !== null, erasedWith },
    ...{ outcome: state, channel, sentTo: address, failure: reason },
    forgottenOn: noticeForgottenOn(retentionMonths)(madeIn),
  }
}

/** The notices to a borrower that are not forgotten; undefined when there are none. */
export const heldNotices = (retentionMonths: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({ notices: noticesOfBorrower(borrower)(rows).map(heldNotice(retentionMonths)) })
