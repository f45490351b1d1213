import type { AddressedChannel, SendingChannel } from '../ports/message-sender'
import { daysBetween, type Day } from '../values/day'
import { longestSendingDays, type MessageOfDay } from './longest-sending-days'
import { goesByPost } from './message-kind'
import { isFinalReason, type SendingFailureReason } from './sending-failure-reason'
import type { TextKind } from './text-content'

/** A message that waits. */
export interface MessageToRoute extends MessageOfDay {
  /** Why the last attempt failed; null when none has. */
  readonly reason: SendingFailureReason | null
}

/** How a borrower can be reached. */
export interface ReachableBorrower {
  readonly email: string | null
  /** The mobile number for notices. */
  readonly mobile: string | null
  readonly hasCpr: boolean
  /** Whether staff print what can go neither by e-mail nor by SMS: for guardians. */
  readonly getsLetters: boolean
}

/** A channel that needs an address, and the address. */
export interface AddressedRoute {
  readonly channel: AddressedChannel
  readonly address: string
}

/** The channel that a message goes by, and the address; a letter goes by no program: staff print it. */
export type SendingRoute = AddressedRoute | { readonly channel: 'digitalPost' } | { readonly channel: 'letter' }

/** "The mobile marked for notices gets SMS about reservations and due dates." */
const smsComesFirst = (kind: TextKind): boolean =>
  ['dueSoon', 'recall', 'readyForPickUp', 'reservationRunningOut'].includes(kind)

/** Digital Post has not taken the message, and will not, or has not for so long that a letter is due. */
const isRefusedByDigitalPost = ({ reason, madeOn }: MessageToRoute, today: Day): boolean =>
  reason !== null && (isFinalReason(reason) || daysBetween(madeOn)(today) > longestSendingDays)

const routeByPost = (
  message: MessageToRoute,
  { hasCpr }: ReachableBorrower,
  channels: ReadonlyArray<SendingChannel>,
  today: Day,
): SendingRoute =>
  channels.includes('digitalPost') && hasCpr && !isRefusedByDigitalPost(message, today)
    ? { channel: 'digitalPost' }
    : { channel: 'letter' }

/**
 * The way of a text by e-mail or SMS. What is about reservations and due dates goes to the mobile number for notices,
 * everything else to the e-mail address; without the one, to the other. Undefined without either.
 */
export const routeByAddress = (
  kind: TextKind,
  { email, mobile }: Pick<ReachableBorrower, 'email' | 'mobile'>,
  channels: ReadonlyArray<SendingChannel>,
): AddressedRoute | undefined => {
  const bySms: ReadonlyArray<AddressedRoute> = mobile === null ? [] : [{ channel: 'sms', address: mobile }]
  const byEmail: ReadonlyArray<AddressedRoute> = email === null ? [] : [{ channel: 'email', address: email }]
  const routes = smsComesFirst(kind) ? [...bySms, ...byEmail] : [...byEmail, ...bySms]
  return routes.find(({ channel }) => channels.includes(channel))
}

/**
 * How a message reaches a borrower on a day, by one of the channels that the library has. A legal notice goes by Digital
 * Post, else by letter; any other message by e-mail or SMS, or to a guardian by letter. Undefined without
 * address.
 */
export const sendingRoute = (
  message: MessageToRoute,
  borrower: ReachableBorrower,
  channels: ReadonlyArray<SendingChannel>,
  today: Day,
): SendingRoute | undefined =>
  goesByPost(message.kind)
    ? routeByPost(message, borrower, channels, today)
    : (routeByAddress(message.kind, borrower, channels) ?? (borrower.getsLetters ? { channel: 'letter' } : undefined))
