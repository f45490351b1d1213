import { createTransport } from 'nodemailer'
import { createSmtpSender, type SmtpSettings } from '../../../adapters/outside/messages/create-smtp-sender'
import { messagesInFlight } from '../../../adapters/processes/messages/messages-in-flight'
import { day } from '../../fixtures/example-library'
import { withRunningLibrary } from '../../fixtures/running-library'
import { moveClockTo } from '../../e2e/use-case-steps'
import { startMailServerProcess } from './mail-server-process'
import { makeLoans, makePendingMessages } from './library-to-measure'

const perSecond = (count: number, ms: number): string => ((count * 1000) / ms).toFixed(0)

const time = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** The mail client alone, with connections that serve one mail after the other, or with a connection a mail. */
const sendBare = async (settings: SmtpSettings, count: number, connections: number | undefined): Promise<void> => {
  const { host, port, ca = '', from } = settings
  const server = { host, port, requireTLS: true, tls: { ca, minVersion: 'TLSv1.2' } } as const
  const mail = { from, to: 'anna@example.dk', subject: 'Betaling', text: 'Kære låner. Tak for betalingen.' }
  if (connections === undefined) {
    const transport = createTransport(server)
    for (let n = 0; n < count; n += 1) await transport.sendMail(mail)
    return
  }
  const pool = createTransport({ ...server, pool: true, maxConnections: connections })
  await Promise.all(Array.from({ length: count }, () => pool.sendMail(mail)))
  pool.close()
}

/** Mails a second: prepared, sent and recorded by a library, beside the mail client alone. */
const measureMails = async (count: number): Promise<string> => {
  const { settings, stop } = await startMailServerProcess()
  try {
    const [one, pooled] = [
      await time(() => sendBare(settings, count, undefined)),
      await time(() => sendBare(settings, count, messagesInFlight)),
    ]
    let ours = 0
    await withRunningLibrary(async (library) => {
      const email = createSmtpSender(settings, messagesInFlight)
      await makePendingMessages(library, 100)
      await library.messages.sendPending({ email })
      await makePendingMessages(library, count, 1_000)
      ours = await time(() => library.messages.sendPending({ email }))
    })
    return [
      `mails a second: library ${perSecond(count, ours)}`,
      `bare pool of ${String(messagesInFlight)} connections ${perSecond(count, pooled)}`,
      `bare, a connection a mail ${perSecond(count, one)}`,
    ].join('; ')
  } finally {
    stop()
  }
}

/** The closing of a day on which each of so many borrowers is written to. */
const measureClosing = async (count: number): Promise<string> => {
  let ms = 0
  await withRunningLibrary(async (library) => {
    await makeLoans(library, count)
    await moveClockTo(library, day('2026-01-31'))
    ms = await time(() => moveClockTo(library, day('2026-02-01')))
  })
  return `closing of a day with ${String(count)} messages: ${(ms / 1000).toFixed(2)} s`
}

const main = async (args: ReadonlyArray<string>): Promise<void> => {
  if (args.length === 0 || args.includes('mails')) console.log(await measureMails(1_000))
  if (args.length === 0 || args.includes('closing')) console.log(await measureClosing(3_000))
}

void main(process.argv.slice(2))
