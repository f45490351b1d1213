import * as t from 'io-ts'
import { MessageKind } from '../../../../../domain/message/message-kind'
import { NoticeKind } from '../../../../../domain/notice/notice-kind'
import { Day } from '../../../../../domain/values/day'
import { Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'

const countValue = personalValueCodec('messageCount')
const AnyMessageKind = t.keyof({ ...MessageKind.keys, ...NoticeKind.keys })

/** How many messages of which kind a borrower got in a month. */
export const MonthOfMessagesAnswer = objectCodec('MonthOfMessages', {
  month: countValue(Month),
  counts: listCodec(objectCodec('MessageCount', { about: countValue(AnyMessageKind), times: countValue(CountCodec) })),
  forgottenOn: countValue(nullableCodec(Day)),
})

/** The same in the export. */
export const heldMessageCountCodecs = {
  messageCounts: objectCodec('HeldMessageCounts', { months: listCodec(MonthOfMessagesAnswer) }),
}
