import type { BorrowerId } from '../../../../../domain/values/ids'
import { noticeForgottenOn } from '../../../../../projections/notices/notice-forgotten-on'
import { noticesOfBorrower } from '../../../../../projections/notices/notice-queries'
import type { NoticeRow } from '../../../../../projections/notices/notice-table'
import { textOfNotice } from '../../../../../projections/notices/text-of-notice'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { languageOfBorrower, writeText } from './write-text'

const stateOf = ({ state, reason }: NoticeRow) => (reason === 'noContactInformation' ? reason : state)

/** Nobody but the reader of the mail gets its link: whoever follows it confirms that the mail has arrived. */
const textShown = (library: RunningLibrary) => (row: NoticeRow) => {
  const written = writeText(library, languageOfBorrower(library)(row))(textOfNotice(row))
  return row.link === null ? written : { ...written, text: null }
}

const toNoticeAnswer = (library: RunningLibrary) => (row: NoticeRow) => {
  const { notice, kind, madeIn, guardianship, channel, address: sentTo, reason: failure } = row
  return {
    ...{ notice, kind, madeIn, isToGuardian: guardianship !== null, state: stateOf(row), channel, sentTo, failure },
    ...textShown(library)(row),
    forgottenOn: noticeForgottenOn(defaultRetentionPeriods.monthsInPersons)(madeIn),
  }
}

/** The messages to a borrower that were caused by the registration, the newest month first. */
export const noticeAnswersOf = (library: RunningLibrary, borrower: BorrowerId) =>
  noticesOfBorrower(borrower)(library.rows).map(toNoticeAnswer(library))
