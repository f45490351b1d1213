import { noticeKinds, type NoticeKind } from '../notice/notice-kind'
import type { Month } from '../values/month'
import type { MessageItem, PickUpPlace } from './message-item'
import { messageKinds, type MessageKind } from './message-kind'

/** The kinds of texts that the library writes to borrowers. `erased`: the borrower is being erased. */
export type TextKind = MessageKind | NoticeKind | 'erased'

export const textKinds: ReadonlyArray<TextKind> = [...messageKinds, ...noticeKinds, 'erased']

/** One thing that a text tells. Without a name: who reads the text does not see which title it is. */
export type TextItem = Omit<MessageItem, 'name'> & { readonly name: string | null }

/** What a text says. What its kind does not have is absent. */
export interface TextContent {
  readonly kind: TextKind
  readonly items: ReadonlyArray<TextItem>
  /** Of a copy that is ready; otherwise null. */
  readonly pickUp: PickUpPlace | null
  /** Note til låner: "printed on the statement of outstanding matters". Other kinds of text have none. */
  readonly noteToBorrower?: string | null
  /** The name of the child, when their guardian is written to; absent or null when the borrower is. */
  readonly child?: string | null
  /** Where the privacy notice is, in the language of the text; absent or null where the library has no public address. */
  readonly privacyLink?: string | null
  /** Where an e-mail address is confirmed. */
  readonly link?: string
  /** Whether an e-mail address of a guardian is confirmed. Its text does not name the child: the address may be a stranger's. */
  readonly isToGuardian?: boolean
  /** The month with whose closing the borrower is erased. */
  readonly erasedWith?: Month
}
