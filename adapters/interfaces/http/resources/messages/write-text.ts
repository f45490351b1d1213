import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../../domain/borrower/message-language'
import type { TextContent } from '../../../../../domain/message/text-content'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { MessageRow } from '../../../../../projections/messages/message-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** A subject and a text; nulls when they are refused because they would hold a CPR number. */
interface WrittenText {
  readonly subject: string | null
  readonly text: string | null
}

/** What a text says in a language. */
export const writeText = (
  { messages, useCaseDependencies: { policy, commandHandling } }: RunningLibrary,
  language: MessageLanguage,
) => {
  const { branches } = policy(commandHandling.clock.today())
  return (content: TextContent): WrittenText =>
    E.getOrElse((): WrittenText => ({ subject: null, text: null }))(messages.render(content, language, branches))
}

/** The language of the borrower of a message. */
export const languageOfBorrower =
  ({ rows }: RunningLibrary) =>
  ({ borrower }: Pick<MessageRow, 'borrower'>): MessageLanguage =>
    borrowerById(borrower)(rows)?.language ?? 'da'
