import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../../domain/borrower/message-language'
import type { MessageToRender } from '../../../../../domain/ports/message-renderer'
import { borrowerById } from '../../../../../projections/borrowers/borrower-record-queries'
import type { MessageRow } from '../../../../../projections/messages/message-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** What a message says in a language; nulls when it is refused because it would hold a CPR number. */
export const writeMessage = (
  { messages, useCaseDependencies: { policy, commandHandling } }: RunningLibrary,
  language: MessageLanguage,
) => {
  const { branches } = policy(commandHandling.clock.today())
  return (content: MessageToRender) =>
    E.getOrElse((): { readonly subject: string | null; readonly text: string | null } => ({
      subject: null,
      text: null,
    }))(messages.render(content, language, branches))
}

/** The language of the borrower of a message. */
export const languageOfBorrower =
  ({ rows }: RunningLibrary) =>
  ({ borrower }: Pick<MessageRow, 'borrower'>): MessageLanguage =>
    borrowerById(borrower)(rows)?.language ?? 'da'
