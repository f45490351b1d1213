import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import { createMessageRenderer } from '../../interfaces/messages/create-message-renderer'
import { readTemplateFolder } from '../../interfaces/messages/read-template-folder'
import { createSmsGatewaySender } from '../../outside/messages/create-sms-gateway-sender'
import { createSmtpSender } from '../../outside/messages/create-smtp-sender'
import type { DigitalPostSenderName } from '../../outside/digital-post/memo-document'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import { messagesInFlight } from '../../processes/messages/messages-in-flight'
import type { EnvironmentVariables } from '../serving/token-verification'
import { readDigitalPostSettings } from './read-digital-post-settings'
import { readSmsSettings } from './read-sms-settings'
import { readSmtpSettings } from './read-smtp-settings'
import { publicUrlOf } from '../serving/public-url'
import { withPrivacyLink } from './with-privacy-link'
import { renderWithBuiltInTexts } from './render-with-built-in-texts'

/** How a service writes and sends messages. A channel without a sender goes to the outbox folder. */
export interface MessageSettings {
  readonly renderMessage: RenderMessage
  readonly senders: Partial<MessageSenders>
  /** Undefined: legal notices are letters to print. */
  readonly digitalPostSender: DigitalPostSenderName | undefined
}

const readRenderer = (environment: EnvironmentVariables): E.Either<string, RenderMessage> => {
  const { MESSAGE_TEMPLATES: folder } = environment
  return pipe(
    folder === undefined
      ? E.right(renderWithBuiltInTexts)
      : pipe(readTemplateFolder(folder), E.chain(createMessageRenderer)),
    E.map(withPrivacyLink(publicUrlOf(environment))),
  )
}

/** Reads the variables of messages. Left: what is wrong, and what to do. */
export const readMessageSettings = (environment: EnvironmentVariables): E.Either<string, MessageSettings> =>
  pipe(
    E.Do,
    E.bind('renderMessage', () => readRenderer(environment)),
    E.bind('smtp', () => readSmtpSettings(environment)),
    E.bind('sms', () => readSmsSettings(environment)),
    E.bind('digitalPostSender', () => readDigitalPostSettings(environment)),
    E.map(({ renderMessage, smtp, sms, digitalPostSender }) => ({
      ...{ renderMessage, digitalPostSender },
      senders: {
        ...(smtp === undefined ? {} : { email: createSmtpSender(smtp, messagesInFlight) }),
        ...(sms === undefined ? {} : { sms: createSmsGatewaySender(sms) }),
      },
    })),
  )
