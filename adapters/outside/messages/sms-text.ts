/** Danish numbers have eight digits. They are written without the country code. */
const danishNumber = /^[2-9][0-9]{7}$/
const countryCode = '45'

/** A mobile number with its country code and without signs; undefined when the text is none. */
export const toMsisdn = (phone: string): string | undefined => {
  const digits = phone.replace(/[\s().-]/g, '').replace(/^(\+|00)/, '')
  if (danishNumber.test(digits) && !/^\s*(\+|00)/.test(phone)) return countryCode + digits
  return /^[1-9][0-9]{7,14}$/.test(digits) ? digits : undefined
}

/** The characters of GSM 03.38, with its extension table. */
const gsmCharacters = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
)

/** Whether a text has characters that a plain text message cannot show. */
export const needsUnicodeSms = (text: string): boolean =>
  Array.from(text).some((character) => !gsmCharacters.has(character))
