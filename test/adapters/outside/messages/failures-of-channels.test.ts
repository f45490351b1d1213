import { createSmsGatewaySender } from '../../../../adapters/outside/messages/create-sms-gateway-sender'
import { createSmtpSender } from '../../../../adapters/outside/messages/create-smtp-sender'
import {
  isFailureOfChannel,
  isFinalReason,
  type SendingFailureReason,
} from '../../../../domain/message/sending-failure-reason'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'
import { startSmsGateway } from '../../../fixtures/messages/sms-gateway-under-test'
import { startSmtpServer } from '../../../fixtures/messages/smtp-server-under-test'

type SmtpOptions = NonNullable<Parameters<typeof startSmtpServer>[0]>

const refusal = (code: number) => Object.assign(new Error('refused'), { responseCode: code })

/** The reason for which a mail server with these options does not take a message. */
const reasonOfServer = async (options: SmtpOptions) => {
  const server = await startSmtpServer(options)
  const sent = await createSmtpSender(server.settings, 2).send(outgoingMessage('anna@example.dk'))()
  await server.close()
  return sent._tag === 'Left' ? sent.left.reason : undefined
}

const reasonOfGateway = async (status: number) => {
  const gateway = await startSmsGateway()
  gateway.answerWith(status)
  const sent = await createSmsGatewaySender(gateway.settings).send(outgoingMessage('4520123456'))()
  await gateway.close()
  return sent._tag === 'Left' ? sent.left.reason : undefined
}

const keepsItsMessages = (reason: SendingFailureReason | undefined): boolean =>
  reason !== undefined && isFailureOfChannel(reason) && !isFinalReason(reason)

describe('a mail server that refuses the library, whatever the message', () => {
  it.each<readonly [string, SmtpOptions]>([
    ['at the connection, for ever', { onConnect: (_session, done) => done(refusal(554)) }],
    ['at the connection, for a while', { onConnect: (_session, done) => done(refusal(421)) }],
    ['as the sender', { onMailFrom: (_address, _session, done) => done(refusal(550)) }],
    ['without a password', { authOptional: false }],
  ])('fails as a channel, so that no message is given up: %s', async (_where, options) => {
    const reason = await reasonOfServer(options)
    expect(keepsItsMessages(reason)).toBe(true)
  })
})

describe('an SMS gateway that does not work, or is not at its address', () => {
  it.each([404, 405, 500, 503])('fails as a channel, so that no message is given up: %i', async (status) => {
    const reason = await reasonOfGateway(status)
    expect(keepsItsMessages(reason)).toBe(true)
  })
})
