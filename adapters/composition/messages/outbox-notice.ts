import type { EnvironmentVariables } from '../serving/token-verification'
import type { MessageSettings } from './read-message-settings'

/** In production, says which messages go nowhere but into the outbox folder; undefined when none do. */
export const outboxNotice = (
  { NODE_ENV: mode }: EnvironmentVariables,
  { senders: { email, sms } }: Pick<MessageSettings, 'senders'>,
): string | undefined => {
  const missing = [
    ...(email === undefined ? ['no mail server (SMTP_SERVER)'] : []),
    ...(sms === undefined ? ['no SMS gateway (SMS_GATEWAY)'] : []),
  ]
  return mode !== 'production' || missing.length === 0
    ? undefined
    : `Nobody gets these messages, and they stand in plain text in the folder outbox: there is ${missing.join(' and ')}.`
}
