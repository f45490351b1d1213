import { createSmsGatewaySender } from '../../adapters/outside/messages/create-sms-gateway-sender'
import { startSmsGateway } from '../fixtures/messages/sms-gateway-under-test'
import { messageSenderContract } from './message-sender-contract'

messageSenderContract('SMS gateway', ['authentication', 'rejected', 'busy', 'connection'], async () => {
  const gateway = await startSmsGateway()
  let isOpen = true
  const close = async () => {
    if (isOpen) await gateway.close()
    isOpen = false
  }
  return {
    sender: createSmsGatewaySender(gateway.settings),
    address: '4520123456',
    taken: () =>
      gateway.requests.flatMap(({ body: { message: text, userref: reference, recipients } }) =>
        recipients.map(({ msisdn: address }) => ({ address, text, reference })),
      ),
    fail: {
      authentication: () => gateway.answerWith(401),
      rejected: () => gateway.answerWith(422),
      busy: () => gateway.answerWith(429),
      connection: close,
    },
    close,
  }
})
