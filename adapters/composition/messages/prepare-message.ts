import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import { sendingFailed, type SendingFailed } from '../../../domain/ports/message-sender'
import type { Policy } from '../../../domain/policy/policy'
import type { Day } from '../../../domain/values/day'
import type { MessageRecipient } from '../../../projections/messages/message-recipient'
import { cprOfRecipient, recipientOfMessage } from '../../../projections/messages/recipient-of-message'
import type { MessageRow } from '../../../projections/messages/message-table'
import { messageToRender } from '../../../projections/messages/message-to-render'
import { dayOfSending, stillValidItems } from '../../../projections/messages/still-valid-items'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PreparedMessage } from '../../processes/messages/message-sending-ports'
import { routeOfMessage, type LibrarySenders } from './library-senders'
import { referenceOfMessage, type KeysToDeriveFrom } from './reference-of-message'

/** What the writing of a message needs. */
export interface PrepareDependencies extends LibrarySenders {
  readonly rows: ReadModelRows
  readonly keys: KeysToDeriveFrom
  readonly render: RenderMessage
  readonly today: () => Day
  /** The policy of today. */
  readonly policy: () => Policy
}

interface WrittenMessage {
  readonly reference: string
  readonly subject: string
  readonly text: string
}

/** A message that is not sent, and why. */
export const refused = (reason: Extract<PreparedMessage, { readonly _tag: 'Refused' }>['reason']): PreparedMessage => ({
  _tag: 'Refused',
  reason,
})

/** The CPR number is read when the mail is handed over, and kept nowhere. */
const sendByDigitalPost =
  (
    { rows, today, digitalPost }: PrepareDependencies,
    { borrower }: MessageRow,
    recipient: MessageRecipient,
    written: WrittenMessage,
  ): TaskEither<SendingFailed, void> =>
  () => {
    const cpr = cprOfRecipient(borrower, recipient)(rows)
    const { language } = recipient
    return cpr === null || digitalPost === undefined
      ? TE.left(sendingFailed('recipientRefused'))()
      : digitalPost.send({ ...written, cpr: cpr.replace('-', ''), language, sentOn: today() })()
  }

/**
 * Writes a message and finds its way: contact details are those that the borrower has when it is sent, so a corrected
 * address counts at the next attempt. It tells what still stands, and is refused when nothing does.
 */
export const prepareMessage = (dependencies: PrepareDependencies) => {
  const { rows, keys, render, today, policy, senders } = dependencies
  return (row: MessageRow): Task<PreparedMessage> =>
    async () => {
      const { message } = row
      const recipient = recipientOfMessage(policy().guardians, today())(row)(rows)
      if (recipient === undefined) return { _tag: 'Gone' }
      const stillValid = stillValidItems(row, dayOfSending(policy(), today()))(rows)
      if (stillValid.length === 0) return refused('causeEnded')
      const route = routeOfMessage(dependencies, today())(row, recipient)
      if (route === undefined) return refused('noContactInformation')
      if (route.channel === 'letter') return { _tag: 'Letter' }
      const rendered = render(messageToRender(row, stillValid, recipient)(rows), recipient.language, policy().branches)
      if (E.isLeft(rendered)) return refused(rendered.left)
      const reference = await referenceOfMessage(keys)(message)()
      if (E.isLeft(reference)) return { _tag: 'Gone' }
      const written = { reference: reference.right, ...rendered.right }
      const ready = { _tag: 'Ready', items: canonicalJson(stillValid) === row.items ? null : stillValid } as const
      if (route.channel === 'digitalPost')
        return {
          ...ready,
          to: { channel: route.channel, address: null },
          send: sendByDigitalPost(dependencies, row, recipient, written),
        }
      const { channel, address } = route
      return { ...ready, to: { channel, address }, send: senders[channel].send({ message, address, ...written }) }
    }
}
