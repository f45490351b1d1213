import type { MessageAttemptFailed } from './events/message-attempt-failed'
import type { MessageFailed } from './events/message-failed'
import type { MessageMade } from './events/message-made'
import type { MessageSent } from './events/message-sent'

/** The events of a message's stream. */
export type MessageEvent = MessageMade | MessageSent | MessageAttemptFailed | MessageFailed
