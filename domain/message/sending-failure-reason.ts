import * as t from 'io-ts'

/**
 * Why a message was not sent. The words of a mail server or a gateway are never stored: they may repeat an address.
 *
 * - `connection`, `timeout`: the server or the gateway does not answer, or does not work. `tls`: no verified TLS 1.2 or
 *   later.
 * - `authentication`: it refuses the library, its password or its token, or the library has no credit left.
 * - `busy`: it asks to try later. `recipientRefused`: it does not take messages for the address. `rejected`: nor this message.
 * - `noContactInformation`: the borrower has neither an e-mail address nor a mobile number for notices, or none by which the
 *   library sends.
 * - `cprNumber`: the text would hold a CPR number. `tooLate`: the last day for sending it is past.
 */
export const SendingFailureReason = t.keyof({
  connection: null,
  timeout: null,
  tls: null,
  authentication: null,
  busy: null,
  recipientRefused: null,
  rejected: null,
  noContactInformation: null,
  cprNumber: null,
  tooLate: null,
})
export type SendingFailureReason = t.TypeOf<typeof SendingFailureReason>

const finalReasons: ReadonlyArray<SendingFailureReason> = [
  'recipientRefused',
  'rejected',
  'noContactInformation',
  'cprNumber',
  'tooLate',
]

/** Whether another attempt cannot help. */
export const isFinalReason = (reason: SendingFailureReason): boolean => finalReasons.includes(reason)

/** Whether the server or the gateway fails, whatever the message. */
export const isFailureOfChannel = (reason: SendingFailureReason): boolean =>
  ['connection', 'timeout', 'tls', 'authentication'].includes(reason)
