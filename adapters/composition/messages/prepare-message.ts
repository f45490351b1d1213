import * as E from 'fp-ts/Either'
import { sendingRoute } from '../../../domain/message/sending-route'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { SendingChannel } from '../../../domain/ports/message-sender'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { Branch } from '../../../domain/policy/branch'
import type { ScopeId } from '../../../domain/values/ids'
import { contentOfMessage } from '../../../projections/messages/message-queries'
import { messageRecipient } from '../../../projections/messages/message-recipient'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PreparedMessage } from '../../processes/messages/message-sending-ports'

/** What the writing of a message needs. */
export interface PrepareDependencies {
  readonly rows: ReadModelRows
  readonly keys: Pick<ScopeKeys, 'deriveIdsUnder'>
  readonly render: RenderMessage
  readonly branches: () => ReadonlyArray<Branch>
  /** The channels by which the library sends. */
  readonly channels: ReadonlyArray<SendingChannel>
}

/**
 * Writes a message and finds its address: contact details are those that the borrower has when it is sent, so a corrected
 * address counts at the next attempt.
 */
export const prepareMessage =
  ({ rows, keys, render, branches, channels }: PrepareDependencies) =>
  (row: MessageRow) =>
  async (): Promise<PreparedMessage> => {
    const { message, kind, borrower } = row
    const recipient = messageRecipient(borrower)(rows)
    if (recipient === undefined) return { _tag: 'Gone' }
    const route = sendingRoute(kind, recipient, channels)
    if (route === undefined) return { _tag: 'Refused', reason: 'noContactInformation' }
    const rendered = render(contentOfMessage(row), recipient.language, branches())
    if (E.isLeft(rendered)) return { _tag: 'Refused', reason: rendered.left }
    const deriveId = await keys.deriveIdsUnder(message as string as ScopeId)()
    if (E.isLeft(deriveId)) return { _tag: 'Gone' }
    const reference = deriveId.right('name outside the library')
    const { channel, address } = route
    return { _tag: 'Ready', channel, outgoing: { message, reference, address, ...rendered.right } }
  }
