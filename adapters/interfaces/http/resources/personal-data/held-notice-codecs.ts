import * as t from 'io-ts'
import { MessageChannel } from '../../../../../domain/message/message-channel'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { NoticeKind } from '../../../../../domain/notice/notice-kind'
import { Day } from '../../../../../domain/values/day'
import { NoticeId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const noticeValue = personalValueCodec('notice')

const HeldNotice = objectCodec('HeldNotice', {
  notice: noticeValue(NoticeId),
  about: noticeValue(NoticeKind),
  month: noticeValue(Month),
  email: noticeValue(nullableCodec(t.string)),
  isToGuardian: noticeValue(t.boolean),
  erasedWith: noticeValue(nullableCodec(Month)),
  outcome: noticeValue(t.keyof({ pending: null, sent: null, failed: null })),
  channel: noticeValue(nullableCodec(MessageChannel)),
  sentTo: noticeValue(nullableCodec(t.string)),
  failure: noticeValue(nullableCodec(SendingFailureReason)),
  forgottenOn: noticeValue(nullableCodec(Day)),
})

/** The messages to a borrower that were caused by the registration. */
export const heldNoticeCodecs = { notices: objectCodec('HeldNotices', { notices: listCodec(HeldNotice) }) }
