import { messageKinds } from '../../../domain/message/message-kind'
import { sendingRoute } from '../../../domain/message/sending-route'
import { sendingChannels } from '../../../domain/ports/message-sender'

const [email, mobile] = ['anna@example.dk', '20123456']

describe('the way of a message', () => {
  it.each(['dueSoon', 'recall', 'readyForPickUp', 'reservationRunningOut'] as const)(
    'about reservations and due dates (%s) leads to the mobile that is marked for notices',
    (kind) => {
      expect(sendingRoute(kind, { email, mobile }, sendingChannels)).toEqual({ channel: 'sms', address: mobile })
      expect(sendingRoute(kind, { email, mobile: null }, sendingChannels)).toEqual({ channel: 'email', address: email })
    },
  )

  it.each(['fee', 'payment', 'welcome', 'beforeErasure'] as const)(
    'about anything else (%s) leads to the e-mail address',
    (kind) => {
      expect(sendingRoute(kind, { email, mobile }, sendingChannels)).toEqual({ channel: 'email', address: email })
      expect(sendingRoute(kind, { email: null, mobile }, sendingChannels)).toEqual({ channel: 'sms', address: mobile })
    },
  )

  it.each(messageKinds)('leads nowhere without contact information (%s)', (kind) => {
    expect(sendingRoute(kind, { email: null, mobile: null }, sendingChannels)).toBeUndefined()
  })

  it.each(messageKinds)('leads only where the library sends (%s)', (kind) => {
    expect(sendingRoute(kind, { email, mobile }, ['email'])).toEqual({ channel: 'email', address: email })
    expect(sendingRoute(kind, { email, mobile }, ['sms'])).toEqual({ channel: 'sms', address: mobile })
    expect(sendingRoute(kind, { email: null, mobile }, ['email'])).toBeUndefined()
  })
})
