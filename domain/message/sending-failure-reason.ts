import * as t from 'io-ts'

const attemptFailureReasons = {
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
}

/** Why an attempt failed: the reasons of `MessageAttemptFailed`, and of version 1 of `MessageFailed`. */
export const AttemptFailureReason = t.keyof(attemptFailureReasons)
export type AttemptFailureReason = t.TypeOf<typeof AttemptFailureReason>

/**
 * Why a message was not sent. The words of a mail server or a gateway are never stored: they may repeat an address.
 *
 * - `connection`, `timeout`: the server or the gateway does not answer, or does not work. `tls`: no verified TLS 1.2 or
 *   later.
 * - `authentication`: it refuses the library, its password or its token, or the library has no credit left.
 * - `busy`: it asks to try later. `recipientRefused`: it does not take messages for the address; Digital Post: nor for the
 *   person, who is exempt from it. `rejected`: nor this message.
 * - `noContactInformation`: the borrower has neither an e-mail address nor a mobile number for notices, or none by which the
 *   library sends.
 * - `cprNumber`: the text would hold a CPR number. `tooLate`: the last day for sending it is past.
 * - `causeEnded`: what it tells has ended meanwhile: the loan, the reservation, or what was owed.
 */
export const SendingFailureReason = t.keyof({ ...attemptFailureReasons, causeEnded: null })
export type SendingFailureReason = t.TypeOf<typeof SendingFailureReason>

const finalReasons: ReadonlyArray<SendingFailureReason> = [
  'recipientRefused',
  'rejected',
  'noContactInformation',
  'cprNumber',
  'tooLate',
  'causeEnded',
]

/** Whether another attempt cannot help. */
export const isFinalReason = (reason: SendingFailureReason): boolean => finalReasons.includes(reason)

/** Whether the server or the gateway fails, whatever the message. */
export const isFailureOfChannel = (reason: SendingFailureReason): boolean =>
  ['connection', 'timeout', 'tls', 'authentication'].includes(reason)
