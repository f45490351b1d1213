import { isOnBalance } from '../../domain/message/message-kind'
import { doesGuardianSeeTitlesOn, isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import { addDays, type Day } from '../../domain/values/day'
import { identityOfBorrower } from '../borrowers/borrower-record-queries'
import type { RegisteredGuardian } from '../guardians/guardian-queries'
import { namedDayOfForgetting, type DaysOfForgetting } from '../legal-holds/days-of-forgetting'
import { itemsOfMessage, messagesOfBorrower } from '../messages/message-queries'
import type { MessageRow } from '../messages/message-table'
import { noticesOfBorrower } from '../notices/notice-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { heldNotice } from './held-notices'
import { unlessAllEmpty } from './unless-all-empty'

/** No message says which guardian it went to. An address that is not one of the present guardian may be that of another. */
const addressOf = ({ details: { phones, emails } }: RegisteredGuardian, { address }: MessageRow): string | null =>
  address !== null && [...phones, ...emails].includes(address) ? address : null

/**
 * The messages on the balance of a child, which go to the guardian while the child is under age: without titles from the age on
 * from which these are the child's own affair. Undefined when there are none.
 */
export const heldMessagesOfGuardian =
  (retentionDays: number, policy: GuardianPolicy, today: Day) =>
  (guardian: RegisteredGuardian, days: DaysOfForgetting) =>
  (rows: ReadModelRows) => {
    const { borrower } = guardian
    const birthDate = identityOfBorrower(borrower)(rows)?.birthDate ?? null
    const seesTitles = doesGuardianSeeTitlesOn(policy)(birthDate)(today)
    const isToGuardian = ({ kind, endedOn }: MessageRow): boolean =>
      isOnBalance(kind) && isMinorOn(policy)(birthDate)(endedOn ?? today)
    const messages = messagesOfBorrower(borrower)(rows)
      .filter(isToGuardian)
      .map((row) => ({
        ...{ message: row.message, about: row.kind, madeOn: row.madeOn },
        content: itemsOfMessage(row).map((item) => ({ ...item, name: seesTitles ? item.name : null })),
        ...{ outcome: row.state, outcomeOn: row.endedOn, channel: row.channel, failure: row.reason },
        sentTo: addressOf(guardian, row),
        forgottenOn: namedDayOfForgetting(days)(row.message, addDays(retentionDays)(row.madeOn)),
      }))
    return unlessAllEmpty({ messages })
  }

/** The messages by which a guardian verifies an e-mail; undefined when there are none. */
export const heldNoticesOfGuardian =
  (retentionMonths: number) =>
  ({ borrower, guardianship }: RegisteredGuardian, days: DaysOfForgetting) =>
  (rows: ReadModelRows) =>
    unlessAllEmpty({
      notices: noticesOfBorrower(borrower)(rows)
        .filter((notice) => notice.guardianship === guardianship)
        .map(heldNotice(retentionMonths))
        .map((notice) => ({ ...notice, forgottenOn: namedDayOfForgetting(days)(notice.notice, notice.forgottenOn) })),
    })
