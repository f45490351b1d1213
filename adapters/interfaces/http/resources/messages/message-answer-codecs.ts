import * as t from 'io-ts'
import { MessageChannel } from '../../../../../domain/message/message-channel'
import { MessageKind } from '../../../../../domain/message/message-kind'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { Day } from '../../../../../domain/values/day'
import { MessageId } from '../../../../../domain/values/ids'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const messageValue = personalValueCodec('message')

const MessageState = t.keyof({ pending: null, sent: null, failed: null, noContactInformation: null })

/** A message as its borrower and staff see it. The log shows its id and day: here they stand beside the borrower. */
export const MessageAnswer = objectCodec('Message', {
  message: messageValue(MessageId),
  kind: messageValue(MessageKind),
  madeOn: messageValue(Day),
  state: messageValue(MessageState),
  endedOn: messageValue(nullableCodec(Day)),
  channel: messageValue(nullableCodec(MessageChannel)),
  sentTo: messageValue(nullableCodec(t.string)),
  failure: messageValue(nullableCodec(SendingFailureReason)),
  subject: messageValue(nullableCodec(t.string)),
  text: messageValue(nullableCodec(t.string)),
  forgottenOn: messageValue(nullableCodec(Day)),
})

/** A letter that staff print: to whom, and what it says. */
export const LetterAnswer = objectCodec('Letter', {
  message: messageValue(MessageId),
  madeOn: messageValue(Day),
  number: personalValueCodec('borrower')(t.string),
  name: personalValueCodec('identity')(t.string),
  careOf: personalValueCodec('contact')(nullableCodec(t.string)),
  address: personalValueCodec('contact')(nullableCodec(t.string)),
  subject: messageValue(nullableCodec(t.string)),
  text: messageValue(nullableCodec(t.string)),
})
