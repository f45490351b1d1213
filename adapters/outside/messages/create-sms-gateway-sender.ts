import * as E from 'fp-ts/Either'
import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import { sendingFailed, type MessageSender } from '../../../domain/ports/message-sender'
import { needsUnicodeSms, toMsisdn } from './sms-text'

/** The account at the gateway. */
export interface SmsGatewaySettings {
  /** The address of the gateway, such as `https://gatewayapi.eu`. */
  readonly url: string
  readonly token: string
  /** What the telephone shows as the sender: up to 11 letters and digits. */
  readonly sender: string
}

/** Ms until a gateway that does not answer counts as failing. */
const timeout = 20_000

/** Failures of the gateway, and an address at which there is none: no message is given up for them. */
const isNoGateway = (status: number): boolean => [404, 405, 410].includes(status) || status >= 500

const reasonOfStatus = (status: number): SendingFailureReason => {
  if (status === 401 || status === 402 || status === 403) return 'authentication'
  if (isNoGateway(status)) return 'connection'
  return status === 408 || status === 429 ? 'busy' : 'rejected'
}

/** The codes of Node for a certificate that does not verify. */
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$)/

const reasonOfError = (error: unknown): SendingFailureReason => {
  const { name, cause } = error instanceof Error ? error : { name: '', cause: undefined }
  if (name === 'TimeoutError') return 'timeout'
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  return tlsCode.test(code) ? 'tls' : 'connection'
}

/**
 * Sends text messages by the REST interface of GatewayAPI (`POST /rest/mtsms`, https://gatewayapi.com/docs/apis/rest/).
 * The text goes without its subject.
 */
export const createSmsGatewaySender = ({ url, token, sender }: SmsGatewaySettings): MessageSender => {
  const authorization = `Basic ${Buffer.from(`${token}:`).toString('base64')}`
  return {
    send:
      ({ reference, address, text }) =>
      async () => {
        const msisdn = toMsisdn(address)
        if (msisdn === undefined) return E.left(sendingFailed('recipientRefused'))
        const encoding = needsUnicodeSms(text) ? { encoding: 'UCS2' } : {}
        const body = { sender, message: text, recipients: [{ msisdn }], userref: reference, ...encoding }
        try {
          const {
            ok,
            status,
            body: answer,
          } = await fetch(new URL('/rest/mtsms', url), {
            method: 'POST',
            headers: { Authorization: authorization, 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
            redirect: 'error',
            signal: AbortSignal.timeout(timeout),
          })
          answer?.cancel().catch(() => undefined)
          return ok ? E.right(undefined) : E.left(sendingFailed(reasonOfStatus(status)))
        } catch (error) {
          return E.left(sendingFailed(reasonOfError(error)))
        }
      },
  }
}
