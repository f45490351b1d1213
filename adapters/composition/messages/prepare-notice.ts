import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import { routeByAddress, type AddressedRoute } from '../../../domain/message/sending-route'
import type { GuardianPolicy } from '../../../domain/policy/guardian-policy'
import type { Day } from '../../../domain/values/day'
import { contactOfBorrower, verifiedEmailsOfBorrower } from '../../../projections/borrowers/borrower-record-queries'
import { guardianOnDay } from '../../../projections/guardians/guardian-queries'
import { messageRecipient, type MessageRecipient } from '../../../projections/messages/message-recipient'
import { textOfNotice } from '../../../projections/notices/text-of-notice'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PreparedMessage } from '../../processes/messages/message-sending-ports'
import type { LibrarySenders } from './library-senders'
import type { PendingNotice } from './notice-sending-ports'
import { refused, type PrepareDependencies } from './prepare-message'
import { referenceOfMessage } from './reference-of-message'

/** An address that is to be confirmed is written to itself; every other notice goes where messages to the borrower go. */
const routeOfNotice = (
  { kind, email }: PendingNotice,
  recipient: MessageRecipient,
  addressed: LibrarySenders['addressed'],
): AddressedRoute | undefined =>
  routeByAddress(kind, kind === 'verifyEmail' ? { email, mobile: null } : recipient, addressed)

/** The address for notices of whom a link is mailed to, and which are confirmed; of a guardian only while they answer. */
const presentEmails =
  (policy: GuardianPolicy, today: Day) =>
  ({ borrower, guardianship }: PendingNotice) =>
  (rows: ReadModelRows) => {
    if (guardianship === null)
      return {
        emailForNotices: contactOfBorrower(borrower)(rows)?.emailForNotices,
        verifiedEmails: verifiedEmailsOfBorrower(borrower)(rows),
      }
    const guardian = guardianOnDay(policy)(borrower, today)(rows)
    return guardian?.guardianship === guardianship
      ? { emailForNotices: guardian.contact.emailForNotices, verifiedEmails: guardian.verifiedEmails }
      : { emailForNotices: undefined, verifiedEmails: [] }
  }

/** An address that is not the one for notices any more, or that is confirmed already, gets no link: it may be a stranger's. */
const isLinkOfNoUse =
  ({ policy, today, rows }: PrepareDependencies) =>
  (row: PendingNotice): boolean => {
    if (row.kind !== 'verifyEmail') return false
    const { emailForNotices, verifiedEmails } = presentEmails(policy().guardians, today())(row)(rows)
    return emailForNotices !== row.email || verifiedEmails.some((verified) => verified === row.email)
  }

/** A welcome waits for the e-mail that was registered to be verified, as long as the notice is kept. */
const isWaitingForVerification =
  ({ kind, borrower }: PendingNotice) =>
  (rows: ReadModelRows): boolean =>
    kind === 'welcome' && (contactOfBorrower(borrower)(rows)?.emailForNotices ?? null) !== null

/** Writes a notice and finds its address, as it is done for a message. */
export const prepareNotice =
  (dependencies: PrepareDependencies) =>
  (row: PendingNotice): Task<PreparedMessage> =>
  async () => {
    const { rows, keys, render, policy, addressed, senders } = dependencies
    const recipient = messageRecipient(row.borrower)(rows)
    if (recipient === undefined) return { _tag: 'Gone' }
    if (isLinkOfNoUse(dependencies)(row)) return refused('causeEnded')
    const route = routeOfNotice(row, recipient, addressed)
    if (route === undefined)
      return isWaitingForVerification(row)(rows) ? { _tag: 'Waiting' } : refused('noContactInformation')
    const rendered = render(textOfNotice(row), recipient.language, policy().branches)
    if (E.isLeft(rendered)) return refused(rendered.left)
    const { message } = row
    const reference = await referenceOfMessage(keys)(message)()
    if (E.isLeft(reference)) return { _tag: 'Gone' }
    const send = senders[route.channel].send({
      ...{ message, address: route.address, reference: reference.right },
      ...rendered.right,
    })
    return { _tag: 'Ready', to: route, items: null, send }
  }
