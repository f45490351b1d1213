import type { DomainEvent } from '../../../domain/event/domain-event'
import { MessagesCounted } from '../../../domain/message-count/events/messages-counted'
import { paddingOfCounts } from '../../../domain/message-count/message-count'
import { NoticeFailed } from '../../../domain/notice/events/notice-failed'
import { NoticeMade } from '../../../domain/notice/events/notice-made'
import { NoticeSent } from '../../../domain/notice/events/notice-sent'
import { sealedNotice } from '../../../domain/notice/notice-content'
import type { GuardianshipId, MessageCountId, NoticeId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { addScope, canaryText, ifPresent, type HistoryStep } from './history-state'

/** A notice to a borrower, which is then sent, given up, printed or none of these. */
const makeNotice: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const notice = addScope<NoticeId>(history, 'notice', borrower)
    const madeIn = monthOf(history.day)
    const guardianship = notice as string as GuardianshipId
    const content = choose([
      { kind: 'welcome', borrower },
      { kind: 'verifyEmail', borrower, email: canaryText, guardianship: null, link: canaryText },
      { kind: 'verifyEmail', borrower, email: canaryText, guardianship, link: canaryText },
      { kind: 'beforeErasure', borrower, erasedWith: madeIn },
    ] as const)!
    const failed = NoticeFailed({ notice }, { notice: { borrower, reason: 'noContactInformation' } })
    const then: ReadonlyArray<ReadonlyArray<DomainEvent>> = [
      [],
      [NoticeSent({ notice }, { notice: { borrower, channel: 'email', address: canaryText } })],
      [failed],
      [failed, NoticeSent({ notice }, { notice: { borrower, channel: 'letter', address: null } })],
    ]
    history.persons.push(NoticeMade({ notice, madeIn }, { notice: sealedNotice(content) }), ...choose(then)!)
  })

/** The messages to a borrower in a month are counted. */
const countMessages: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const messageCount = addScope<MessageCountId>(history, 'messageCount', borrower)
    const counts = [{ kind: 'recall', number: 3 }] as const
    const part = { borrower, counts, padding: paddingOfCounts(counts) }
    history.persons.push(MessagesCounted({ messageCount, month: monthOf(history.day) }, { messageCount: part }))
  })

export const noticeSteps = [makeNotice, countMessages]
