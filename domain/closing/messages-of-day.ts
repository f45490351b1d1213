import type { MessageContent } from '../message/commands/make-message'
import type { MessageItem } from '../message/message-item'
import type { MessageKind } from '../message/message-kind'
import type { BorrowerId } from '../values/ids'

/** Why a borrower is written to: one loan, reservation, fee or payment. */
export interface MessageCause {
  readonly borrower: BorrowerId
  readonly kind: Exclude<MessageKind, 'readyForPickUp'>
  readonly item: MessageItem
}

const byDayAndName = (a: MessageItem, b: MessageItem): number =>
  (a.day ?? '').localeCompare(b.day ?? '') || a.name.localeCompare(b.name)

/** The content of the messages of a day: one for each borrower and kind, with all that causes it. */
export const messagesOfDay = (causes: ReadonlyArray<MessageCause>): ReadonlyArray<MessageContent> => {
  const messages = new Map<string, MessageContent>()
  for (const { borrower, kind, item } of causes) {
    const key = `${borrower} ${kind}`
    const items = [...(messages.get(key)?.items ?? []), item].sort(byDayAndName)
    messages.set(key, { borrower, kind, items, pickUp: null })
  }
  return [...messages.values()]
}
