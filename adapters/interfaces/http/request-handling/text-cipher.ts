import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../../../../retention/sealing/aes-gcm'

/** The length of an encrypted text is a multiple of this, so that the length of a token tells nothing. */
const lengthStep = 64

/** Encrypts texts that callers bring back, such as positions and cursors, and decrypts them. */
interface TextCipher {
  /** Answers base64url. The text is Latin-1, and is padded with line feeds. */
  readonly encryptText: (text: string) => string
  /** The text with its padding; undefined when it was not encrypted under this key and for this purpose. */
  readonly decryptText: (token: string) => string | undefined
}

/** `key`: 32 bytes. `purpose`: what is encrypted for one purpose cannot be decrypted for another. */
export const createTextCipher = (key: Uint8Array, purpose: string): TextCipher => {
  const boundTo = Buffer.from(purpose)
  return {
    encryptText: (text) => {
      const padded = text.padEnd(Math.ceil(text.length / lengthStep) * lengthStep, '\n')
      return joinCiphertext(encrypt(key, boundTo, Buffer.from(padded, 'latin1'))).toString('base64url')
    },
    decryptText: (token) => {
      const ciphertext = splitCiphertext(Buffer.from(token, 'base64url'))
      const text = ciphertext && decrypt(key, boundTo, ciphertext)
      return text?.toString('latin1')
    },
  }
}
