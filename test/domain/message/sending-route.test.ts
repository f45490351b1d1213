import { goesByPost, kindsByPost, messageKinds } from '../../../domain/message/message-kind'
import {
  routeByAddress,
  sendingRoute,
  type MessageToRoute,
  type ReachableBorrower,
} from '../../../domain/message/sending-route'
import type { SendingChannel } from '../../../domain/ports/message-sender'
import { day } from '../../fixtures/example-library'

const [email, mobile] = ['anna@example.dk', '20123456']
const reachable = { email, mobile, hasCpr: true, getsLetters: false }
const all: ReadonlyArray<SendingChannel> = ['email', 'sms', 'digitalPost']
const otherKinds = messageKinds.filter((kind) => !goesByPost(kind))

const routeOf = (
  message: Partial<MessageToRoute> & Pick<MessageToRoute, 'kind'>,
  borrower: Partial<ReachableBorrower> = {},
  channels: ReadonlyArray<SendingChannel> = all,
  today = '2026-03-11',
) =>
  sendingRoute(
    { madeOn: day('2026-03-10'), reason: null, ...message },
    { ...reachable, ...borrower },
    channels,
    day(today),
  )

describe('the way of a message', () => {
  it.each(['dueSoon', 'recall', 'readyForPickUp', 'reservationRunningOut'] as const)(
    'about reservations and due dates (%s) leads to the mobile that is marked for notices',
    (kind) => {
      expect(routeOf({ kind })).toEqual({ channel: 'sms', address: mobile })
      expect(routeOf({ kind }, { mobile: null })).toEqual({ channel: 'email', address: email })
    },
  )

  it.each(['fee', 'payment'] as const)('about money (%s) leads to the e-mail address', (kind) => {
    expect(routeOf({ kind })).toEqual({ channel: 'email', address: email })
    expect(routeOf({ kind }, { email: null })).toEqual({ channel: 'sms', address: mobile })
  })

  it.each(['welcome', 'beforeErasure'] as const)('about the registration (%s) leads to the e-mail address', (kind) => {
    expect(routeByAddress(kind, { email, mobile }, all)).toEqual({ channel: 'email', address: email })
    expect(routeByAddress(kind, { email: null, mobile }, all)).toEqual({ channel: 'sms', address: mobile })
  })

  it.each(otherKinds)('leads nowhere without contact information (%s)', (kind) => {
    expect(routeOf({ kind }, { email: null, mobile: null })).toBeUndefined()
  })

  it.each(otherKinds)('leads only where the library sends (%s)', (kind) => {
    expect(routeOf({ kind }, {}, ['email'])).toEqual({ channel: 'email', address: email })
    expect(routeOf({ kind }, {}, ['sms'])).toEqual({ channel: 'sms', address: mobile })
    expect(routeOf({ kind }, { email: null }, ['email'])).toBeUndefined()
  })
})

describe.each(kindsByPost)('a legal notice (%s)', (kind) => {
  const letter = { channel: 'letter' }
  const digitalPost = { channel: 'digitalPost' }

  it('goes by Digital Post, and never by e-mail or SMS', () => {
    expect(routeOf({ kind })).toEqual(digitalPost)
    expect(routeOf({ kind }, { email: null, mobile: null })).toEqual(digitalPost)
    expect(routeOf({ kind }, {}, ['email', 'sms'])).toEqual(letter)
  })

  it('is a letter to a borrower without CPR number, and to one who is exempt from Digital Post', () => {
    expect(routeOf({ kind }, { hasCpr: false })).toEqual(letter)
    expect(routeOf({ kind, reason: 'recipientRefused' })).toEqual(letter)
  })

  it('becomes a letter when Digital Post has not answered for more than three days, and not because it is late itself', () => {
    expect(routeOf({ kind, reason: 'connection' }, {}, all, '2026-03-13')).toEqual(digitalPost)
    expect(routeOf({ kind, reason: 'connection' }, {}, all, '2026-03-14')).toEqual(letter)
    expect(routeOf({ kind }, {}, all, '2026-03-30')).toEqual(digitalPost)
  })
})
