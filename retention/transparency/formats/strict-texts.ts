/** The bytes that a base64 text encodes (RFC 4648, section 4); undefined unless it is exactly what these bytes encode to. */
export const bytesOfBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A whole number from 0 on as ASCII digits without leading zeroes; undefined for any other text. */
export const wholeNumberOf = (text: string): number | undefined => {
  const value = Number(text)
  return /^(0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(value) ? value : undefined
}
