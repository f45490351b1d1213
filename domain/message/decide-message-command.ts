import { decideMakeMessage, type MakeMessage } from './commands/make-message'
import { decideRecordFailedAttempt, type RecordFailedAttempt } from './commands/record-failed-attempt'
import { decideRecordLetterPrinted, type RecordLetterPrinted } from './commands/record-letter-printed'
import { decideRecordMessageSent, type RecordMessageSent } from './commands/record-message-sent'
import type { DecideFromState } from './decide-message-from-state'

export type MessageCommand = MakeMessage | RecordMessageSent | RecordLetterPrinted | RecordFailedAttempt

/** The events of a command to a message, or why it is refused. */
export const decide = (command: MessageCommand): DecideFromState => {
  switch (command.type) {
    case 'MakeMessage':
      return decideMakeMessage(command)
    case 'RecordMessageSent':
      return decideRecordMessageSent(command)
    case 'RecordLetterPrinted':
      return decideRecordLetterPrinted(command)
    case 'RecordFailedAttempt':
      return decideRecordFailedAttempt(command)
  }
}
