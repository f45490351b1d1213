import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes and checks the tokens of forms. A token belongs to one session, or to one log-in that is under way. */
export interface FormTokens {
  /** Another text each time, so that a compressed page tells nothing of it. */
  readonly make: (id: string) => string
  readonly isOf: (id: string, token: unknown) => boolean
}

const saltLength = 16
const tokenLength = saltLength + 32

/** `key`: 32 bytes that all processes of the library have. */
export const createFormTokens = (key: Uint8Array): FormTokens => {
  const secret = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'glemsom 1 form token', 32)))
  const seal = (id: string, salt: Buffer): Buffer =>
    Buffer.concat([salt, createHmac('sha256', secret).update(salt).update(id).digest()])
  return {
    make: (id) => seal(id, randomBytes(saltLength)).toString('base64url'),
    isOf: (id, token) => {
      const bytes = Buffer.from(typeof token === 'string' ? token : '', 'base64url')
      return bytes.length === tokenLength && timingSafeEqual(seal(id, bytes.subarray(0, saltLength)), bytes)
    },
  }
}
