import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import { routeByAddress, type AddressedRoute } from '../../../domain/message/sending-route'
import { contactOfBorrower, verifiedEmailsOfBorrower } from '../../../projections/borrowers/borrower-record-queries'
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

/** An address that is not the one for notices any more, or that is confirmed already, gets no link: it may be a stranger's. */
const isLinkOfNoUse =
  ({ kind, borrower, email }: PendingNotice) =>
  (rows: ReadModelRows): boolean =>
    kind === 'verifyEmail' &&
    (contactOfBorrower(borrower)(rows)?.emailForNotices !== email ||
      verifiedEmailsOfBorrower(borrower)(rows).some((verified) => verified === email))

/** A welcome waits for the e-mail that was registered to be verified, as long as the notice is kept. */
const isWaitingForVerification =
  ({ kind, borrower }: PendingNotice) =>
  (rows: ReadModelRows): boolean =>
    kind === 'welcome' && (contactOfBorrower(borrower)(rows)?.emailForNotices ?? null) !== null

/** Writes a notice and finds its address, as it is done for a message. */
export const prepareNotice =
  ({ rows, keys, render, policy, addressed, senders }: PrepareDependencies) =>
  (row: PendingNotice): Task<PreparedMessage> =>
  async () => {
    const recipient = messageRecipient(row.borrower)(rows)
    if (recipient === undefined) return { _tag: 'Gone' }
    if (isLinkOfNoUse(row)(rows)) return refused('causeEnded')
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
