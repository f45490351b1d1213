import * as t from 'io-ts'
import { MessageChannel } from '../../../../../domain/message/message-channel'
import { MessageKind } from '../../../../../domain/message/message-kind'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { Day } from '../../../../../domain/values/day'
import { BranchId, MessageId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { legalHolds } from './held-hold-codecs'

const messageValue = personalValueCodec('message')

const HeldMessageItem = objectCodec('HeldMessageItem', {
  name: messageValue(t.string),
  day: messageValue(nullableCodec(Day)),
  amount: messageValue(t.union([Ore, t.null])),
})

const HeldMessage = objectCodec(
  'HeldMessage',
  {
    message: messageValue(MessageId),
    about: messageValue(MessageKind),
    madeOn: messageValue(Day),
    content: listCodec(HeldMessageItem),
    pickUpBranch: messageValue(nullableCodec(BranchId)),
    pickUpNumber: messageValue(nullableCodec(t.string)),
    outcome: messageValue(t.keyof({ pending: null, sent: null, failed: null })),
    outcomeOn: messageValue(nullableCodec(Day)),
    channel: messageValue(nullableCodec(MessageChannel)),
    sentTo: messageValue(nullableCodec(t.string)),
    failure: messageValue(nullableCodec(SendingFailureReason)),
    forgottenOn: messageValue(nullableCodec(Day)),
  },
  legalHolds,
)

/** The messages to a borrower. */
export const heldMessageCodecs = { messages: objectCodec('HeldMessages', { messages: listCodec(HeldMessage) }) }
