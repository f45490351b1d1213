import type { Either } from 'fp-ts/Either'
import type { MessageLanguage } from '../borrower/message-language'
import type { MessageContent } from '../message/commands/make-message'
import type { Branch } from '../policy/branch'

/**
 * Writes what a message says, in a language. Left: the text would hold a CPR number, and is refused. Branches give
 * their names.
 */
export type RenderMessage = (
  content: Pick<MessageContent, 'kind' | 'items' | 'pickUp'>,
  language: MessageLanguage,
  branches: ReadonlyArray<Branch>,
) => Either<'cprNumber', { readonly subject: string; readonly text: string }>
