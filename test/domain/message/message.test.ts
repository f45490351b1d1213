import { MessageAttemptFailed } from '../../../domain/message/events/message-attempt-failed'
import { MessageFailed } from '../../../domain/message/events/message-failed'
import { MessageMade } from '../../../domain/message/events/message-made'
import { MessageSent } from '../../../domain/message/events/message-sent'
import { messageDecider } from '../../../domain/message/message-decider'
import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import { oreFromKroner } from '../../../domain/values/ore'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { anna, day } from '../../fixtures/example-library'
import { exampleMakeMessage as make, exampleMessageMade as made, messageId } from '../../fixtures/example-messages'
import { given } from '../../fixtures/given-when-then'

const message = messageId(1)
const sentOn = day('2026-03-11')
const sentBy = (channel: 'email' | 'sms') => ({
  ...({ type: 'RecordMessageSent', message, channel, address: 'anna@example.dk', items: null, on: sentOn } as const),
})
const sent = MessageSent(
  { message },
  { message: { borrower: anna, channel: 'email', address: 'anna@example.dk', sentOn, items: null } },
)
const failOn = (on: string, reason: SendingFailureReason) =>
  ({ type: 'RecordFailedAttempt', message, reason, on: day(on) }) as const
const printOn = (on: string) => ({ type: 'RecordLetterPrinted', message, on: day(on) }) as const
const bill = MessageMade(
  { message, madeOn: day('2026-03-10') },
  {
    message: {
      ...{ borrower: anna, kind: 'bill', pickUp: null },
      items: [{ name: 'Night and Day', day: null, amount: oreFromKroner(250) }],
    },
  },
)
const past = given(messageDecider)

describe('a message', () => {
  it('is made once, also when it is asked for again', () => {
    past().when(make).thenHappens(made)
    past(made).when(make).thenHappens()
    past(made, sent).when(make).thenHappens()
  })

  it('that says nothing is refused', () => {
    past()
      .when({ ...make, items: [] })
      .thenRefused({ _tag: 'MessageSaysNothing' })
  })

  it('is sent once: a second outcome changes nothing', () => {
    past(made).when(sentBy('email')).thenHappens(sent)
    past(made, sent).when(sentBy('sms')).thenHappens()
    past(made, sent).when(failOn('2026-03-11', 'connection')).thenHappens()
  })

  it('that could not be sent is tried again until the third day after its own', () => {
    const reason = 'connection'
    const attempt = MessageAttemptFailed({ message }, { message: { borrower: anna, reason, triedOn: sentOn } })
    past(made).when(failOn('2026-03-11', reason)).thenHappens(attempt)
    past(made, attempt)
      .when(failOn('2026-03-12', reason))
      .thenHappens(
        MessageAttemptFailed({ message }, { message: { borrower: anna, reason, triedOn: day('2026-03-12') } }),
      )
    past(made, attempt)
      .when(failOn('2026-03-13', reason))
      .thenHappens(MessageFailed({ message }, { message: { borrower: anna, reason, failedOn: day('2026-03-13') } }))
  })

  it.each(['recipientRefused', 'rejected', 'noContactInformation', 'cprNumber', 'tooLate', 'causeEnded'] as const)(
    'is given up at once when another attempt cannot help: %s',
    (reason) => {
      past(made)
        .when(failOn('2026-03-11', reason))
        .thenHappens(MessageFailed({ message }, { message: { borrower: anna, reason, failedOn: sentOn } }))
    },
  )

  it('that nobody made has no outcome', () => {
    past().when(sentBy('email')).thenRefused({ _tag: 'MessageIsUnknown' })
    past().when(failOn('2026-03-11', 'busy')).thenRefused({ _tag: 'MessageIsUnknown' })
    past().when(printOn('2026-03-11')).thenRefused({ _tag: 'MessageIsUnknown' })
  })

  it('that is forgotten is not sent any more', () => {
    past(...withScopesErased(new Set([message]))([made]))
      .when(sentBy('email'))
      .thenHappens()
  })
})

describe('a bill', () => {
  it('goes by letter: staff print it once', () => {
    const printed = MessageSent(
      { message },
      { message: { borrower: anna, channel: 'letter', address: null, sentOn, items: null } },
    )
    past(bill).when(printOn('2026-03-11')).thenHappens(printed)
    past(bill, printed).when(printOn('2026-03-11')).thenRefused({ _tag: 'MessageHasEnded' })
  })

  it('goes by Digital Post without its address, which is the CPR number', () => {
    past(bill)
      .when({ type: 'RecordMessageSent', message, channel: 'digitalPost', address: null, items: null, on: sentOn })
      .thenHappens(
        MessageSent(
          { message },
          { message: { borrower: anna, channel: 'digitalPost', address: null, sentOn, items: null } },
        ),
      )
  })

  it.each(['connection', 'recipientRefused', 'rejected', 'cprNumber'] as const)(
    'is never given up because it cannot be sent: it is a letter then (%s)',
    (reason) => {
      past(bill)
        .when(failOn('2026-03-30', reason))
        .thenHappens(
          MessageAttemptFailed({ message }, { message: { borrower: anna, reason, triedOn: day('2026-03-30') } }),
        )
    },
  )

  it('is given up when it is paid before it is sent', () => {
    const reason = 'causeEnded'
    past(bill)
      .when(failOn('2026-03-11', reason))
      .thenHappens(MessageFailed({ message }, { message: { borrower: anna, reason, failedOn: sentOn } }))
  })

  it('alone is printed: no other message is a letter', () => {
    past(made).when(printOn('2026-03-11')).thenRefused({ _tag: 'MessageIsNoLetter' })
  })
})
