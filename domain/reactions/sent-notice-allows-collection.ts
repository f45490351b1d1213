import { MessageSent } from '../message/events/message-sent'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'

/** A written notice that has gone out starts the days to pay of its fees. */
export const sentNoticeAllowsCollection = defineReaction('a sent notice allows collection', {
  eventTypes: [MessageSent],
  appliesTo: ({ sealed: { message } }) => message._tag === 'Plain',
  factNames: ['policy', 'feesAwaitingNotice'],
  followUpsOf:
    ({ policy, feesAwaitingNotice }) =>
    ({ sealed: { message } }) => {
      if (message._tag === 'Erased') return []
      const { sentOn } = message.value
      const { daysToPay } = policy.collection
      return feesAwaitingNotice.map((fee) =>
        followUpToFee(fee, { type: 'RecordCollectionNoticeSent', fee, sentOn, daysToPay }),
      )
    },
})
