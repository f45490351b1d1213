import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createSmtpSender } from '../../adapters/outside/messages/create-smtp-sender'
import type { Day } from '../../domain/values/day'
import { messagesTable } from '../../projections/messages/message-table'
import type { SmtpServerUnderTest } from '../fixtures/messages/smtp-server-under-test'
import { broken, type BrokenPromise } from './checks/broken-promise'
import type { TrueMessage } from './ground-truth/ground-truth'
import { count, type SimulatedYear } from './simulated-year'

/** Where messages go: a mail server on this machine, or the outbox folder of the library. */
export interface MailOfYear {
  readonly server: SmtpServerUnderTest
  readonly sender: ReturnType<typeof createSmtpSender>
  readonly outbox: string
  /** How many mails of the server were looked at. */
  read: number
}

export const mailOfYear = (server: SmtpServerUnderTest, folder: string): MailOfYear => ({
  ...{ server, sender: createSmtpSender(server.settings), outbox: path.join(folder, 'outbox'), read: 0 },
})

const isLetter = ({ kind }: TrueMessage): boolean => kind === 'bill'

/** The messages of the day's closing that go by mail or SMS. */
const toSend = ({ groundTruth }: SimulatedYear, madeOn: Day): ReadonlyArray<TrueMessage> =>
  [...groundTruth.messages.values()].filter((message) => message.madeOn === madeOn && !isLetter(message))

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)

const sortedAddresses = (addresses: ReadonlyArray<string>): string => [...addresses].sort().join('\n')

/** Sends what a closing has made, by the mail server: one mail to each borrower who has an address, and no other. */
const sendByServer = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { groundTruth, library } = year
  const expected = toSend(year, madeOn).flatMap(
    ({ borrower }) => groundTruth.borrowers.get(borrower)?.contact.email ?? [],
  )
  await library.messages.sendPending({ email: mail.sender })
  const sent = mail.server.mails.slice(mail.read).map(({ to }) => to)
  mail.read = mail.server.mails.length
  count(year, 'mail sent', sent.length)
  return sortedAddresses(sent) === sortedAddresses(expected)
    ? []
    : [
        broken(
          'each due message once, and no other',
          `${String(sent.length)} mails of ${String(expected.length)}`,
          madeOn,
        ),
      ]
}

/** The same without a mail server: each message becomes a file. */
const sendByOutbox = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const before = filesIn(mail.outbox)
  const expected = toSend(year, madeOn).length
  await year.library.messages.sendPending({})
  const written = filesIn(mail.outbox) - before
  count(year, 'mail in outbox', written)
  return written === expected
    ? []
    : [broken('each due message once, and no other', `${String(written)} files of ${String(expected)}`, madeOn)]
}

/** Every twelfth day there is no mail server. What was sent or given up must then be pending no more. */
export const sendMessages = async (
  year: SimulatedYear,
  mail: MailOfYear,
  madeOn: Day,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { groundTruth, library } = year
  for (const { kind, madeOn: on } of groundTruth.messages.values()) if (on === madeOn) count(year, `message ${kind}`)
  const isWithoutServer = Number(madeOn.slice(8)) % 12 === 0
  const found = await (isWithoutServer ? sendByOutbox : sendByServer)(year, mail, madeOn)
  await library.catchUpReadModels()
  const pending = library.rows
    .find(messagesTable, { where: { state: 'pending' } })
    .filter(({ kind }) => kind !== 'bill')
  return [
    ...found,
    ...pending.map(({ message }) => broken('each due message once, and no other', 'was not sent', message)),
  ]
}
