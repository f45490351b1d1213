import type { EnvironmentVariables } from '../serving/token-verification'
import type { MessageSettings } from './read-message-settings'

/** In production, says whom no message reaches, and why; undefined when there are a mail server and a gateway. */
export const outboxNotice = (
  { NODE_ENV: mode }: EnvironmentVariables,
  { senders: { email, sms } }: Pick<MessageSettings, 'senders'>,
): string | undefined => {
  if (mode !== 'production' || (email !== undefined && sms !== undefined)) return undefined
  if (email !== undefined)
    return 'Borrowers without an e-mail address get no messages: there is no SMS gateway (SMS_GATEWAY).'
  if (sms !== undefined)
    return 'Borrowers without a mobile number for notices get no messages: there is no mail server (SMTP_SERVER).'
  return 'Nobody gets messages, and they stand in plain text in the folder outbox: there is no mail server (SMTP_SERVER) and no SMS gateway (SMS_GATEWAY).'
}
