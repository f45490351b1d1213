import type { AddressedChannel } from '../../../../domain/ports/message-sender'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

const byEmailOrSms: TextInBothLanguages = {
  da: 'Har du en bekræftet e-mailadresse til beskeder, får du en sidste besked dér, ellers på din mobil til beskeder.',
  en: 'If you have a verified e-mail address for notices, you get a last message there, else on your mobile for notices.',
}

const byEmail: TextInBothLanguages = {
  da: 'Har du en bekræftet e-mailadresse til beskeder, får du en sidste besked dér.',
  en: 'If you have a verified e-mail address for notices, you get a last message there.',
}

const bySms: TextInBothLanguages = {
  da: 'Har du en mobil til beskeder, får du en sidste besked dér.',
  en: 'If you have a mobile for notices, you get a last message there.',
}

const notSent: TextInBothLanguages = {
  da: 'Du får ingen sidste besked: dette bibliotek sender hverken e-mail eller sms.',
  en: 'You get no last message: this library sends neither e-mail nor text messages.',
}

/**
 * Whether a last message is sent, and how. `channels`: by what the library sends. The outbox folder is none of them: a last
 * message is stored nowhere.
 */
export const lastMessageText = (channels: ReadonlyArray<AddressedChannel>): TextInBothLanguages => {
  if (channels.length === 0) return notSent
  if (channels.length > 1) return byEmailOrSms
  return channels.includes('email') ? byEmail : bySms
}
