import type { Either } from 'fp-ts/Either'
import type { MessageLanguage } from '../borrower/message-language'
import type { TextContent } from '../message/text-content'
import type { Branch } from '../policy/branch'

/**
 * Writes what a message says, in a language. Left: the text would hold a CPR number, and is refused. Branches give
 * their names.
 */
export type RenderMessage = (
  content: TextContent,
  language: MessageLanguage,
  branches: ReadonlyArray<Branch>,
) => Either<'cprNumber', { readonly subject: string; readonly text: string }>
