import { MessageAttemptFailed } from '../../domain/message/events/message-attempt-failed'
import { MessageFailed } from '../../domain/message/events/message-failed'
import { MessageMade } from '../../domain/message/events/message-made'
import { MessageSent } from '../../domain/message/events/message-sent'
import { oreFromKroner } from '../../domain/values/ore'
import { main as branch, ditte as borrower, message, on } from './golden-ids'
import { goldenStream } from './golden-stream'

const madeOn = on('03-20')
const paid = { name: 'Kanariebogen', day: null, amount: oreFromKroner(250) }
const item = { name: 'Kanariebogen', day: on('03-24'), amount: null }

/** Each event of a message. */
export const goldenMessageEvents = [
  ...goldenStream('circulation', 'message', message, madeOn)(
    MessageMade(
      { message, madeOn },
      { message: { borrower, kind: 'readyForPickUp', items: [item, paid], pickUp: { branch, number: '17' } } },
    ),
    MessageAttemptFailed(
      { message },
      { message: { borrower, reason: 'connection', triedOn: on('03-20') } },
    ),
    MessageSent(
      { message },
      { message: { borrower, channel: 'email', address: 'ditte@example.dk', sentOn: on('03-21'), items: null } },
    ),
    MessageFailed({ message }, { message: { borrower, reason: 'rejected', failedOn: on('03-23') } }),
  ),
]
