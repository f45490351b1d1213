import type { TaskEither } from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../borrower/message-language'
import type { Day } from '../values/day'
import type { SendingFailed } from './message-sender'

/** A written message to a person, known by the CPR number alone. */
export interface DigitalPostMail {
  /** As in `OutgoingMessage`: a UUID that names the message outside the library, the same at each attempt. */
  readonly reference: string
  /** Ten digits without a hyphen. It is the recipient, and stands nowhere else: neither in the subject nor in the text. */
  readonly cpr: string
  readonly subject: string
  readonly text: string
  readonly language: MessageLanguage
  readonly sentOn: Day
}

/**
 * Hands mails over to Digital Post, the mailbox of the Danish public sector. Right: it has the mail. Left with
 * `recipientRefused`: the person is exempt from Digital Post, and gets a letter.
 */
export interface DigitalPost {
  readonly send: (mail: DigitalPostMail) => TaskEither<SendingFailed, void>
}
