import { needsUnicodeSms, toMsisdn } from '../../../../adapters/outside/messages/sms-text'
import { createSmsGatewaySender } from '../../../../adapters/outside/messages/create-sms-gateway-sender'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'
import { startSmsGateway } from '../../../fixtures/messages/sms-gateway-under-test'

describe('a mobile number', () => {
  it.each([
    ['20 12 34 56', '4520123456'],
    ['+45 20123456', '4520123456'],
    ['0045 2012 3456', '4520123456'],
    ['+46 70-123 45 67', '46701234567'],
    ['ikke et nummer', undefined],
    ['112', undefined],
  ])('%s goes to the gateway as %s', (written, msisdn) => {
    expect(toMsisdn(written)).toBe(msisdn)
  })
})

describe('a text message', () => {
  it('in Danish fits the alphabet of telephones; one in Russian needs another encoding', () => {
    expect(needsUnicodeSms('Kære låner, Ærø: 120,00 kr. (æøå ÆØÅ é)')).toBe(false)
    expect(needsUnicodeSms('Война и мир')).toBe(true)
  })

  it('is sent as the gateway documents it', async () => {
    const gateway = await startSmsGateway()
    const message = outgoingMessage('20123456')
    await createSmsGatewaySender(gateway.settings).send(message)()
    const { text, reference } = message
    const sent = { sender: 'Biblioteket', message: text, userref: reference, recipients: [{ msisdn: '4520123456' }] }
    expect(gateway.requests).toEqual([
      {
        path: '/rest/mtsms',
        authorization: `Basic ${Buffer.from('et-token:').toString('base64')}`,
        body: sent,
      },
    ])
    await gateway.close()
  })
})
