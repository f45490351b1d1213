import { createTransport, type SendMailOptions } from 'nodemailer'
import type { SmtpSettings } from './create-smtp-sender'

/** Ms until a server that does not answer counts as failing. */
const timeout = 20_000

/** Ms without a mail after which the connections are closed. */
const longestIdleTime = 1_000

/** The port on which TLS begins with the connection. On others it begins with STARTTLS. */
const portOfImplicitTls = 465

/** A mail is tried once: the library decides whether it is tried again. */
const openPool = ({ host, port, auth, ca }: SmtpSettings, maxConnections: number) =>
  createTransport({
    ...{ pool: true, maxConnections, maxRequeues: 0 },
    ...{ host, port, secure: port === portOfImplicitTls, requireTLS: true },
    ...(auth === undefined ? {} : { auth }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout },
    ...{ logger: false, disableFileAccess: true, disableUrlAccess: true },
  })

/** Connections to a mail server, which are opened with the first mail and closed when there are no more. */
export const createSmtpConnections = (settings: SmtpSettings, maxConnections: number) => {
  let pool: ReturnType<typeof openPool> | undefined
  let underWay = 0
  let closing: NodeJS.Timeout | undefined

  const closeWhenIdle = (): void => {
    closing = setTimeout(() => {
      pool?.close()
      pool = undefined
    }, longestIdleTime)
  }
  return {
    /** Rejects as the mail client does. */
    sendMail: async (mail: SendMailOptions): Promise<void> => {
      clearTimeout(closing)
      pool ??= openPool(settings, maxConnections)
      underWay += 1
      try {
        await pool.sendMail(mail)
      } finally {
        underWay -= 1
        if (underWay === 0) closeWhenIdle()
      }
    },
  }
}
