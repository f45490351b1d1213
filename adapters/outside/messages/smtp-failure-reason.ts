import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'

/** What an error of the mail client tells: its own code, and the answer of the server. */
interface SmtpError {
  readonly code?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
  readonly message?: unknown
}

/** The codes of Node for a certificate that does not verify, or a connection that is no TLS of the right version. */
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$|ETLS$|EREQUIRETLS$)/
const tlsText = /certificate|\bTLS\b|\bSSL\b|STARTTLS/i

const reasonsByCode: Readonly<Record<string, SendingFailureReason>> = {
  ETIMEDOUT: 'timeout',
  EAUTH: 'authentication',
  ENOAUTH: 'authentication',
}

const isTlsError = ({ code, message }: SmtpError): boolean =>
  (typeof code === 'string' && tlsCode.test(code)) || (typeof message === 'string' && tlsText.test(message))

/**
 * The server answered: 4xx asks to try later, 5xx refuses. An answer to anything but the recipient or the text is about
 * the library, whatever the message: then no message is given up.
 */
const reasonOfResponse = ({ command }: SmtpError, responseCode: number): SendingFailureReason => {
  const isOfLater = responseCode < 500
  const answered = typeof command === 'string' ? command : ''
  if (answered.startsWith('RCPT')) return isOfLater ? 'busy' : 'recipientRefused'
  if (answered.startsWith('DATA')) return isOfLater ? 'busy' : 'rejected'
  return isOfLater ? 'connection' : 'authentication'
}

/** The reason for an error of the mail client. Nothing of the words of the server is kept. */
export const smtpFailureReason = (error: unknown): SendingFailureReason => {
  const found: SmtpError = typeof error === 'object' && error !== null ? error : {}
  const known = typeof found.code === 'string' ? reasonsByCode[found.code] : undefined
  if (known !== undefined) return known
  if (typeof found.responseCode === 'number' && found.code !== 'ETLS')
    return reasonOfResponse(found, found.responseCode)
  return isTlsError(found) ? 'tls' : 'connection'
}
