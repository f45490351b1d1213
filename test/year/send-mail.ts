import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createSmtpSender } from '../../adapters/outside/messages/create-smtp-sender'
import type { MessageKind } from '../../domain/message/message-kind'
import { isMinorOn } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import { messagesTable } from '../../projections/messages/message-table'
import { noticesTable, type NoticeRow } from '../../projections/notices/notice-table'
import type { SmtpServerUnderTest } from '../fixtures/messages/smtp-server-under-test'
import { checkDigitalPost, isByPost } from './check-digital-post'
import { broken, type BrokenPromise } from './checks/broken-promise'
import { findCprNumbers } from './find-cpr-numbers'
import { doesCauseStand, noteCause } from './ground-truth/causes-of-messages'
import { lastDayOfSending } from './ground-truth/end-days'
import { hasDied, type TrueBorrower, type TrueMessage } from './ground-truth/ground-truth'
import { count, policyOfYear, todayIn, type SimulatedYear, type TimeOfYear } from './simulated-year'

const onceAndNoOther = 'each due message once, and no other'

const msOfDay = 24 * 3_600_000

/** Where messages go: a mail server on this machine, or the outbox folder of the library. */
export interface MailOfYear {
  readonly server: SmtpServerUnderTest
  readonly sender: ReturnType<typeof createSmtpSender>
  /** Sends to a port where nobody answers. */
  readonly failingSender: ReturnType<typeof createSmtpSender>
  readonly outbox: string
  readonly time: TimeOfYear
  /** How many mails of the server were looked at. */
  read: number
}

export const mailOfYear = ({ server, time }: Pick<MailOfYear, 'server' | 'time'>, folder: string): MailOfYear => ({
  ...{
    server,
    time,
    sender: createSmtpSender(server.settings, 2),
    failingSender: createSmtpSender({ ...server.settings, port: 1 }, 2),
    outbox: path.join(folder, 'outbox'),
    read: 0,
  },
})

/** The address that mail to a borrower goes to: the one for notices, if it was confirmed. */
const emailOf = ({ contact, isEmailVerified }: TrueBorrower): ReadonlyArray<string> =>
  isEmailVerified && contact.emailForNotices !== null ? [contact.emailForNotices] : []

const kindsOnBalance: ReadonlyArray<MessageKind> = ['recall', 'fee', 'bill', 'payment', 'statement', 'collectionNotice']

/** "Under 18: messages on balance go to the guardian." Where a message goes by mail; nowhere when it becomes a letter. */
const addressesOf =
  (year: SimulatedYear) =>
  ({ borrower, kind }: TrueMessage): ReadonlyArray<string> => {
    const known = year.groundTruth.borrowers.get(borrower)
    if (known === undefined || known.diedOn !== null) return []
    const isForGuardian =
      kindsOnBalance.includes(kind) && isMinorOn(policyOfYear.guardians)(known.person.birthDate)(todayIn(year))
    if (!isForGuardian) return emailOf(known)
    const email = known.guardian?.isEmailVerified === true ? known.guardian.contact.emailForNotices : null
    return email === null ? [] : [email]
  }

/** The mobile number that a message goes to where there is no mail server. */
const mobileOf = (year: SimulatedYear, { borrower, kind }: TrueMessage): string | null => {
  const known = year.groundTruth.borrowers.get(borrower)
  if (known === undefined || known.diedOn !== null) return null
  const isForGuardian =
    kindsOnBalance.includes(kind) && isMinorOn(policyOfYear.guardians)(known.person.birthDate)(todayIn(year))
  return isForGuardian ? (known.guardian?.contact.mobileForNotices ?? null) : known.contact.mobileForNotices
}

/** The notices that wait. */
const pendingNotices = ({ library }: SimulatedYear): ReadonlySet<string> =>
  new Set(library.rows.find(noticesTable, { where: { state: 'pending' } }).map(({ notice }) => notice))

/** What became of the notices that waited: those that went out by these channels. */
const sentNotices = ({ library }: SimulatedYear, waiting: ReadonlySet<string>): ReadonlyArray<NoticeRow> =>
  library.rows.find(noticesTable, { where: { state: 'sent' } }).filter(({ notice }) => waiting.has(notice))

/** The messages on a copy that was picked up, or is wanted no more, before its message went out: it is not sent. */
const withEndedCause = ({ library }: SimulatedYear): ReadonlySet<string> => {
  const where = { kind: 'readyForPickUp', reason: 'causeEnded' } as const
  return new Set(library.rows.find(messagesTable, { where }).map(({ message }) => message))
}

/**
 * The older messages that can go by mail: the mail server failed, or they were letters and the guardian has an e-mail address
 * by now.
 */
const waitingForMail = ({ library }: SimulatedYear): ReadonlySet<string> => {
  const pending = library.rows.find(messagesTable, { where: { state: 'pending' } })
  return new Set(pending.filter((row) => !library.messages.isLetter(row)).map(({ message }) => message))
}

/**
 * The messages that go by mail or SMS: those of the day's closing, and those that waited, are not too late, and whose cause still
 * stands.
 */
const toSend = (year: SimulatedYear, madeOn: Day, waiting: ReadonlySet<string>): ReadonlyArray<TrueMessage> => {
  const ended = withEndedCause(year)
  return [...year.groundTruth.messages.values()].filter(
    (message) =>
      (message.madeOn === madeOn ||
        (waiting.has(message.message) &&
          todayIn(year) <= lastDayOfSending(message.madeOn) &&
          doesCauseStand(year.groundTruth, todayIn(year), message))) &&
      !isByPost(message) &&
      !ended.has(message.message),
  )
}

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)

const sortedAddresses = (addresses: ReadonlyArray<string>): string => [...addresses].sort().join('\n')

/** Sends what a closing has made, by the mail server: one mail to each borrower who has an address, and no other. */
const sendByServer = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { library } = year
  const waiting = pendingNotices(year)
  const older = waitingForMail(year)
  await library.messages.sendPending({ email: mail.sender })
  await library.catchUpReadModels()
  const mine = toSend(year, madeOn, older).flatMap(addressesOf(year))
  const notices = sentNotices(year, waiting).map(({ address }) => address ?? '')
  const expected = [...mine, ...notices]
  count(year, 'notice sent', notices.length)
  const mails = mail.server.mails.slice(mail.read)
  const sent = mails.map(({ to }) => to)
  mail.read = mail.server.mails.length
  count(year, 'mail sent', sent.length)
  const what = `${String(sent.length)} mails of ${String(expected.length)}`
  return [
    ...(sortedAddresses(sent) === sortedAddresses(expected) ? [] : [broken(onceAndNoOther, what, madeOn)]),
    ...findCprNumbers(year, madeOn, mails),
  ]
}

/** The same without a mail server: each message becomes a file. */
const sendByOutbox = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const before = filesIn(mail.outbox)
  const isReachable = (message: TrueMessage): boolean =>
    addressesOf(year)(message).length > 0 || mobileOf(year, message) !== null
  const waiting = pendingNotices(year)
  const older = waitingForMail(year)
  await year.library.messages.sendPending({})
  await year.library.catchUpReadModels()
  const expected = toSend(year, madeOn, older).filter(isReachable).length + sentNotices(year, waiting).length
  const written = filesIn(mail.outbox) - before
  count(year, 'mail in outbox', written)
  return written === expected ? [] : [broken(onceAndNoOther, `${String(written)} files of ${String(expected)}`, madeOn)]
}

/** The mail server does not answer: nothing goes out, and nothing is lost. */
const failToSend = async (
  year: SimulatedYear,
  { failingSender, server, read }: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  await year.library.messages.sendPending({ email: failingSender })
  count(year, 'night without mail server')
  return server.mails.length === read ? [] : [broken(onceAndNoOther, 'a mail went out all the same', madeOn)]
}

const nightsWithoutMailServer: ReadonlyArray<string> = ['18', '19']

/**
 * Every twelfth day the library has no mail server, and in two nights of a month it does not answer. What was sent or given
 * up must then be pending no more.
 */
export const sendMessages = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { groundTruth, library } = year
  for (const { kind, madeOn: on } of groundTruth.messages.values()) if (on === madeOn) count(year, `message ${kind}`)
  mail.time.passed += msOfDay
  const isWithoutServer = Number(madeOn.slice(8)) % 12 === 0
  for (const message of groundTruth.messages.values()) if (message.madeOn === madeOn) noteCause(groundTruth, message)
  if (nightsWithoutMailServer.includes(madeOn.slice(8)))
    return [...(await failToSend(year, mail, madeOn)), ...checkDigitalPost(year, madeOn)]
  const found = await (isWithoutServer ? sendByOutbox : sendByServer)(year, mail, madeOn)
  await library.catchUpReadModels()
  const pending = library.rows
    .find(messagesTable, { where: { state: 'pending' } })
    .filter((message) => !library.messages.isLetter(message) && !hasDied(groundTruth, message.borrower))
  return [
    ...found,
    ...checkDigitalPost(year, madeOn),
    ...pending.map(({ message }) => broken(onceAndNoOther, 'was not sent', message)),
  ]
}
