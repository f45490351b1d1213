import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a message is refused. */
export type MessageRefusal =
  | { readonly _tag: 'MessageIsUnknown' }
  | { readonly _tag: 'MessageSaysNothing' }
  /** It was sent, was given up, or is erased. */
  | { readonly _tag: 'MessageHasEnded' }
  /** Only a message that goes by letter can be printed. */
  | { readonly _tag: 'MessageIsNoLetter' }
  /** The borrower has no overdue loan, and owes no fee. */
  | { readonly _tag: 'NothingIsOutstanding' }
  /** One message a borrower, day and kind. */
  | { readonly _tag: 'StatementWasMadeToday' }

export const refuseMessageCommand = (_tag: MessageRefusal['_tag']): Either<MessageRefusal, never> => E.left({ _tag })
