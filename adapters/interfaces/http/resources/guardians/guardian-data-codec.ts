import * as t from 'io-ts'
import { MessageChannel } from '../../../../../domain/message/message-channel'
import { MessageKind } from '../../../../../domain/message/message-kind'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { Day } from '../../../../../domain/values/day'
import { GuardianshipId, MessageId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { FeeForGuardianAnswer } from '../borrowers/borrower-answer-codecs'
import { HeldPayment } from '../personal-data/held-balance-codecs'
import { heldGuardianCodecs } from '../personal-data/held-guardian-codecs'
import { heldNoticeCodecs } from '../personal-data/held-notice-codecs'
import { TextInBothLanguages } from '../personal-data/personal-data-codec'
import { ChildAnswer } from './guardian-answer-codecs'

const messageValue = personalValueCodec('message')

/** The name is null from the age on from which it is the child's own affair what it borrows. */
const MessageItemForGuardian = objectCodec('MessageItemForGuardian', {
  name: messageValue(nullableCodec(t.string)),
  day: messageValue(nullableCodec(Day)),
  amount: messageValue(t.union([Ore, t.null])),
})

/** `sentTo` is null when the address is not one of the guardian now. */
const MessageToGuardian = objectCodec('MessageToGuardian', {
  message: messageValue(MessageId),
  about: messageValue(MessageKind),
  madeOn: messageValue(Day),
  content: listCodec(MessageItemForGuardian),
  outcome: messageValue(t.keyof({ pending: null, sent: null, failed: null })),
  outcomeOn: messageValue(nullableCodec(Day)),
  channel: messageValue(nullableCodec(MessageChannel)),
  failure: messageValue(nullableCodec(SendingFailureReason)),
  sentTo: messageValue(nullableCodec(t.string)),
  forgottenOn: messageValue(nullableCodec(Day)),
})

/** What is held of each kind of data on a guardian. */
export const heldDataOfGuardianCodecs = {
  ...heldGuardianCodecs,
  outstandingBalance: objectCodec('BalanceOfGuardian', {
    owed: personalValueCodec('fee')(Ore),
    fees: listCodec(FeeForGuardianAnswer),
    payments: listCodec(HeldPayment),
  }),
  messages: objectCodec('MessagesToGuardian', { messages: listCodec(MessageToGuardian) }),
  ...heldNoticeCodecs,
}
export type KindOfGuardianData = keyof typeof heldDataOfGuardianCodecs

const PromiseToGuardian = objectCodec('PromiseToGuardian', {
  name: TextInBothLanguages,
  purpose: TextInBothLanguages,
  legalBasis: TextInBothLanguages,
  until: TextInBothLanguages,
})

const dataOfKind = <A>(kind: string, codec: t.Type<A>) =>
  objectCodec(`GuardianData${kind}`, { promise: PromiseToGuardian, data: nullableCodec(codec) })

const kinds = heldDataOfGuardianCodecs

/** The export of everything that the library holds on a guardian, by child. */
export const GuardianDataAnswer = objectCodec('GuardianData', {
  madeOn: Day,
  guardianships: listCodec(
    objectCodec('DataOfGuardianship', {
      guardianship: personalValueCodec('guardian')(GuardianshipId),
      child: ChildAnswer,
      kinds: objectCodec('GuardianDataByKind', {
        guardian: dataOfKind('Person', kinds.guardian),
        guardianCprNumber: dataOfKind('CprNumber', kinds.guardianCprNumber),
        guardianPaper: dataOfKind('Paper', kinds.guardianPaper),
        outstandingBalance: dataOfKind('Balance', kinds.outstandingBalance),
        messages: dataOfKind('Messages', kinds.messages),
        notices: dataOfKind('Notices', kinds.notices),
      }),
    }),
  ),
})
