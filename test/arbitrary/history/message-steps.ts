import type { DomainEvent } from '../../../domain/event/domain-event'
import { MessageAttemptFailed } from '../../../domain/message/events/message-attempt-failed'
import { MessageFailed } from '../../../domain/message/events/message-failed'
import { MessageMade } from '../../../domain/message/events/message-made'
import { MessageSent } from '../../../domain/message/events/message-sent'
import type { MessageId } from '../../../domain/values/ids'
import { addScope, canaryText, historyBranches, ifPresent, type HistoryStep } from './history-state'

/** A message to a borrower, which is then sent, given up, tried or none of these. */
const makeMessage: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const message = addScope<MessageId>(history, 'message', borrower)
    const on = history.day
    const kind = choose(['dueSoon', 'bill', 'readyForPickUp', 'statement'] as const)!
    const pickUp = choose([null, { branch: historyBranches[0]!, number: canaryText }])!
    const items = [{ name: canaryText, day: on, amount: null }]
    history.circulation.push(MessageMade({ message, madeOn: on }, { message: { borrower, kind, items, pickUp } }))
    const attempt = MessageAttemptFailed({ message }, { message: { borrower, reason: 'connection', triedOn: on } })
    const sent = { borrower, channel: 'email', address: canaryText, sentOn: on, items: choose([null, items])! } as const
    const then: ReadonlyArray<ReadonlyArray<DomainEvent>> = [
      [],
      [attempt],
      [attempt, MessageSent({ message }, { message: sent })],
      [MessageFailed({ message }, { message: { borrower, reason: 'rejected', failedOn: on } })],
    ]
    history.circulation.push(...choose(then)!)
  })

export const messageSteps = [makeMessage]
