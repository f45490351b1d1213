import * as t from 'io-ts'
import { MessageChannel } from '../../../../../domain/message/message-channel'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { NoticeKind } from '../../../../../domain/notice/notice-kind'
import { Day } from '../../../../../domain/values/day'
import { NoticeId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const noticeValue = personalValueCodec('notice')

const NoticeState = t.keyof({ pending: null, sent: null, failed: null, noContactInformation: null })

/** A message caused by the registration, as its borrower and staff see it. */
export const NoticeAnswer = objectCodec('Notice', {
  notice: noticeValue(NoticeId),
  kind: noticeValue(NoticeKind),
  madeIn: noticeValue(Month),
  isToGuardian: noticeValue(t.boolean),
  state: noticeValue(NoticeState),
  channel: noticeValue(nullableCodec(MessageChannel)),
  sentTo: noticeValue(nullableCodec(t.string)),
  failure: noticeValue(nullableCodec(SendingFailureReason)),
  subject: noticeValue(nullableCodec(t.string)),
  text: noticeValue(nullableCodec(t.string)),
  forgottenOn: noticeValue(nullableCodec(Day)),
})

/** A letter to a borrower who can be reached neither by e-mail nor by SMS. */
export const NoticeLetterAnswer = objectCodec('NoticeLetter', {
  notice: noticeValue(NoticeId),
  madeIn: noticeValue(Month),
  number: personalValueCodec('borrower')(t.string),
  name: personalValueCodec('identity')(t.string),
  careOf: personalValueCodec('contact')(nullableCodec(t.string)),
  address: personalValueCodec('contact')(nullableCodec(t.string)),
  subject: noticeValue(nullableCodec(t.string)),
  text: noticeValue(nullableCodec(t.string)),
})
