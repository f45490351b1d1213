import { createTransport } from 'nodemailer'
import type { SMTPServerOptions } from 'smtp-server'
import { createSmtpSender, type SmtpSettings } from '../../../../adapters/outside/messages/create-smtp-sender'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'
import {
  certificateFor,
  password,
  startSmtpServer,
  type SmtpServerUnderTest,
} from '../../../fixtures/messages/smtp-server-under-test'

/** OpenSSL refuses TLS 1.1 at any higher level of security. */
const weakCiphers = 'DEFAULT@SECLEVEL=0'

const auth = { user: 'bibliotek', pass: password }

const withServer = async (
  options: SMTPServerOptions,
  use: (server: SmtpServerUnderTest) => Promise<void>,
  name?: string,
) => {
  const server = await startSmtpServer(options, name)
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

const sendWith = (settings: SmtpSettings) => createSmtpSender(settings, 2).send(outgoingMessage('anna@example.dk'))()

const failsForTls = { _tag: 'Left', left: { _tag: 'SendingFailed', reason: 'tls' } }

/** The server has got neither a mail nor a password. */
const expectNothingSent = ({ mails, passwords }: SmtpServerUnderTest) => expect([mails, passwords]).toEqual([[], []])

describe('a mail server', () => {
  it('with a certificate that verifies gets the password and the mail over TLS', () =>
    withServer({}, async (server) => {
      expect(await sendWith({ ...server.settings, auth })).toMatchObject({ _tag: 'Right' })
      expect(server.mails).toMatchObject([{ to: 'anna@example.dk', isOverTls: true }])
      expect(server.passwords).toEqual([password])
    }))

  it('without TLS gets nothing', () =>
    withServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true }, async (server) => {
      expect(await sendWith({ ...server.settings, auth })).toEqual(failsForTls)
      expectNothingSent(server)
    }))

  it('with a certificate that nobody known has signed gets nothing', () =>
    withServer({}, async (server) => {
      const { ca: _ca, ...settings } = server.settings
      expect(await sendWith({ ...settings, auth })).toEqual(failsForTls)
      const { cert } = await certificateFor('localhost')
      expect(await sendWith({ ...settings, auth, ca: cert })).toEqual(failsForTls)
      expectNothingSent(server)
    }))

  it('with the certificate of another one gets nothing', () =>
    withServer(
      {},
      async (server) => {
        expect(await sendWith({ ...server.settings, auth })).toEqual(failsForTls)
        expectNothingSent(server)
      },
      'mail.example.dk',
    ))

  it('with TLS 1.1 gets nothing, although it takes the mail of a client that allows that', () =>
    withServer({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: weakCiphers }, async (server) => {
      expect(await sendWith({ ...server.settings, auth })).toEqual(failsForTls)
      expectNothingSent(server)
      const { host, port, ca, from } = server.settings
      const tls = { ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1', ciphers: weakCiphers } as const
      await createTransport({ host, port, tls }).sendMail({ from, to: 'anna@example.dk', text: 'Hej' })
      expect(server.mails).toHaveLength(1)
    }))

  it('that does not know the password gets no mail', () =>
    withServer({}, async (server) => {
      const wrong = { user: 'bibliotek', pass: 'en anden' }
      const reason = 'authentication'
      expect(await sendWith({ ...server.settings, auth: wrong })).toMatchObject({ left: { reason } })
      expect(server.mails).toEqual([])
    }))
})
