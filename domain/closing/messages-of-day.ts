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
  const itemsByMessage = new Map<string, MessageItem[]>()
  const messages: MessageContent[] = []
  for (const { borrower, kind, item } of causes) {
    const key = `${borrower} ${kind}`
    const known = itemsByMessage.get(key)
    if (known !== undefined) {
      known.push(item)
      continue
    }
    const items = [item]
    itemsByMessage.set(key, items)
    messages.push({ borrower, kind, items, pickUp: null })
  }
  for (const items of itemsByMessage.values()) items.sort(byDayAndName)
  return messages
}
