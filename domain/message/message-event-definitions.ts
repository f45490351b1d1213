import { MessageAttemptFailed } from './events/message-attempt-failed'
import { MessageFailed, MessageFailedVersion1 } from './events/message-failed'
import { MessageMade, MessageMadeVersion1 } from './events/message-made'
import { MessageSent, MessageSentVersion1 } from './events/message-sent'

/** The events of a message, in each of their versions. */
export const messageEventDefinitions = [
  MessageAttemptFailed,
  MessageFailedVersion1,
  MessageFailed,
  MessageMadeVersion1,
  MessageMade,
  MessageSentVersion1,
  MessageSent,
] as const
