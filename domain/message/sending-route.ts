import type { SendingChannel } from '../ports/message-sender'
import type { TextKind } from './text-content'

/** The channel that a message goes by, and the address. */
export interface SendingRoute {
  readonly channel: SendingChannel
  readonly address: string
}

/** "The mobile marked for notices gets SMS about reservations and due dates." */
const smsComesFirst = (kind: TextKind): boolean =>
  ['dueSoon', 'recall', 'readyForPickUp', 'reservationRunningOut'].includes(kind)

/**
 * How a message reaches a borrower: by one of the channels that the library has. What is about reservations and due dates
 * goes to the mobile number for notices, everything else to the e-mail address; without the one, to the other. Undefined
 * without either.
 */
export const sendingRoute = (
  kind: TextKind,
  { email, mobile }: { readonly email: string | null; readonly mobile: string | null },
  channels: ReadonlyArray<SendingChannel>,
): SendingRoute | undefined => {
  const bySms: ReadonlyArray<SendingRoute> = mobile === null ? [] : [{ channel: 'sms', address: mobile }]
  const byEmail: ReadonlyArray<SendingRoute> = email === null ? [] : [{ channel: 'email', address: email }]
  const routes = smsComesFirst(kind) ? [...bySms, ...byEmail] : [...byEmail, ...bySms]
  return routes.find(({ channel }) => channels.includes(channel))
}
