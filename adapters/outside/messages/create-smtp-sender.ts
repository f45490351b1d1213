import * as E from 'fp-ts/Either'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
import { createSmtpConnections } from './smtp-connections'
import { smtpFailureReason } from './smtp-failure-reason'

/** A mail server, and the address that messages come from. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** The user name and the password; absent when the server asks for none. */
  readonly auth?: { readonly user: string; readonly pass: string }
  /** The certificates, in PEM, of the authority that signed that of the server; absent: those of the system. */
  readonly ca?: string
  readonly from: string
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).replace(/>$/, '')

/**
 * Sends by SMTP, over verified TLS 1.2 or later alone: a server without it, or with a certificate that does not verify,
 * gets neither the password nor a message. `connections` mails at most are under way, each on a connection of its own, which
 * then serves the next one. `Message-ID` is the same at each attempt, so that a mail server can drop the second of two.
 */
export const createSmtpSender = (settings: SmtpSettings, connections: number): MessageSender => {
  const { from } = settings
  const { sendMail } = createSmtpConnections(settings, connections)
  return {
    send:
      ({ reference, address, subject, text }) =>
      async () => {
        try {
          const messageId = `<${reference}@${domainOf(from)}>`
          await sendMail({ from, to: { name: '', address }, subject, text, messageId })
          return E.right(undefined)
        } catch (error) {
          return E.left(sendingFailed(smtpFailureReason(error)))
        }
      },
  }
}
