import { createSmtpSender } from '../../adapters/outside/messages/create-smtp-sender'
import { startSmtpServer, type TakenMail } from '../fixtures/messages/smtp-server-under-test'
import { messageSenderContract } from './message-sender-contract'

/** The text of a mail, which is written in base64 or quoted-printable. */
const textOf = (raw: string): string => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const bytes = /base64/i.test(head)
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      )
  return bytes.toString().replace(/\r\n/g, '\n').trimEnd()
}

const takenOf = ({ to, raw }: TakenMail) => ({
  address: to,
  text: textOf(raw),
  reference: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
})

messageSenderContract('SMTP', ['recipientRefused', 'rejected', 'busy', 'connection'], async () => {
  const server = await startSmtpServer()
  let isOpen = true
  const close = async () => {
    if (isOpen) await server.close()
    isOpen = false
  }
  return {
    sender: createSmtpSender(server.settings, 2),
    address: 'anna@example.dk',
    taken: () => server.mails.map(takenOf),
    fail: {
      recipientRefused: () => server.refuse('recipient', 550),
      rejected: () => server.refuse('text', 554),
      busy: () => server.refuse('recipient', 451),
      connection: close,
    },
    close,
  }
})
