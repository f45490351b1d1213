import type { Either } from 'fp-ts/Either'
import type { MessageLanguage } from '../borrower/message-language'
import type { MessageContent } from '../message/commands/make-message'
import type { Branch } from '../policy/branch'

/** What a message says, without its borrower. */
export type MessageToRender = Pick<MessageContent, 'kind' | 'items' | 'pickUp'> & {
  /** Note til låner: "printed on the statement of outstanding matters". Other kinds of message have none. */
  readonly noteToBorrower?: string | null
}

/**
 * Writes what a message says, in a language. Left: the text would hold a CPR number, and is refused. Branches give
 * their names.
 */
export type RenderMessage = (
  content: MessageToRender,
  language: MessageLanguage,
  branches: ReadonlyArray<Branch>,
) => Either<'cprNumber', { readonly subject: string; readonly text: string }>
