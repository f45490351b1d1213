import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const length = 32

/** The salted hash under which a PIN is kept; nobody can read the PIN from it. */
export const hashedPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16)
  return `scrypt.${salt.toString('base64url')}.${(await derive(pin, salt, length)).toString('base64url')}`
}

/** Whether a PIN is the one that was hashed, compared in constant time. */
export const isPin =
  (kept: string) =>
  async (pin: string): Promise<boolean> => {
    const [kind, salt, hash] = kept.split('.')
    if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false
    const wanted = Buffer.from(hash, 'base64url')
    const found = await derive(pin, Buffer.from(salt, 'base64url'), length)
    return wanted.length === found.length && timingSafeEqual(wanted, found)
  }
