import * as E from 'fp-ts/Either'
import { createTransport } from 'nodemailer'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
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

/** Ms until a server that does not answer counts as failing. */
const timeout = 20_000

/** The port on which TLS begins with the connection. On others it begins with STARTTLS. */
const portOfImplicitTls = 465

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).replace(/>$/, '')

/**
 * Sends by SMTP, over verified TLS 1.2 or later alone: a server without it, or with a certificate that does not verify,
 * gets neither the password nor a message. `Message-ID` is the same at each attempt, so that a mail server can drop the
 * second of two.
 */
export const createSmtpSender = ({ host, port, auth, ca, from }: SmtpSettings): MessageSender => {
  const transport = createTransport({
    ...{ host, port, secure: port === portOfImplicitTls, requireTLS: true },
    ...(auth === undefined ? {} : { auth }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout },
    ...{ logger: false, disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    send:
      ({ reference, address, subject, text }) =>
      async () => {
        try {
          const messageId = `<${reference}@${domainOf(from)}>`
          await transport.sendMail({ from, to: { name: '', address }, subject, text, messageId })
          return E.right(undefined)
        } catch (error) {
          return E.left(sendingFailed(smtpFailureReason(error)))
        }
      },
  }
}
