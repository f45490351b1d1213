import * as E from 'fp-ts/Either'
import { sendingRoute, type SendingRoute } from '../../../domain/message/sending-route'
import type { ScopeId } from '../../../domain/values/ids'
import { messageRecipient, type MessageRecipient } from '../../../projections/messages/message-recipient'
import { textOfNotice } from '../../../projections/notices/text-of-notice'
import type { PreparedMessage } from '../../processes/messages/message-sending-ports'
import type { PendingNotice } from './notice-sending-ports'
import type { PrepareDependencies } from './prepare-message'

/** An address that is to be confirmed is written to itself; every other notice goes where messages to the borrower go. */
const routeOfNotice = (
  { kind, email }: PendingNotice,
  recipient: MessageRecipient,
  channels: PrepareDependencies['channels'],
): SendingRoute | undefined =>
  sendingRoute(kind, kind === 'verifyEmail' ? { email, mobile: null } : recipient, channels)

/** Writes a notice and finds its address, as it is done for a message. */
export const prepareNotice =
  ({ rows, keys, render, branches, channels }: PrepareDependencies) =>
  (row: PendingNotice) =>
  async (): Promise<PreparedMessage> => {
    const recipient = messageRecipient(row.borrower)(rows)
    if (recipient === undefined) return { _tag: 'Gone' }
    const route = routeOfNotice(row, recipient, channels)
    if (route === undefined) return { _tag: 'Refused', reason: 'noContactInformation' }
    const rendered = render(textOfNotice(row), recipient.language, branches())
    if (E.isLeft(rendered)) return { _tag: 'Refused', reason: rendered.left }
    const { message, notice } = row
    const deriveId = await keys.deriveIdsUnder(notice as string as ScopeId)()
    if (E.isLeft(deriveId)) return { _tag: 'Gone' }
    const { channel, address } = route
    const reference = deriveId.right('name outside the library')
    return { _tag: 'Ready', channel, outgoing: { message, reference, address, ...rendered.right } }
  }
