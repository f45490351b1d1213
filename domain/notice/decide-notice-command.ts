import { decideMakeNotice, type MakeNotice } from './commands/make-notice'
import { decideRecordNoticeFailed, type RecordNoticeFailed } from './commands/record-notice-failed'
import { decideRecordNoticePrinted, type RecordNoticePrinted } from './commands/record-notice-printed'
import { decideRecordNoticeSent, type RecordNoticeSent } from './commands/record-notice-sent'
import type { DecideFromState } from './decide-notice-from-state'

export type NoticeCommand = MakeNotice | RecordNoticeSent | RecordNoticePrinted | RecordNoticeFailed

/** The events of a command to a notice, or why it is refused. */
export const decide = (command: NoticeCommand): DecideFromState => {
  switch (command.type) {
    case 'MakeNotice':
      return decideMakeNotice(command)
    case 'RecordNoticeSent':
      return decideRecordNoticeSent(command)
    case 'RecordNoticePrinted':
      return decideRecordNoticePrinted(command)
    case 'RecordNoticeFailed':
      return decideRecordNoticeFailed(command)
  }
}
