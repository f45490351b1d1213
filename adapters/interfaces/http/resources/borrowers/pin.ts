import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const length = 32
const saltLength = 16

/**
 * What a guess costs: 32 MiB and about a tenth of a second, the most that fits into the 150 ms for which somebody may
 * stand at a machine. A PIN is short, so the hash is kept sealed as well, and shown to nobody.
 */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
const kind = 'scrypt-15-8-1'

/** The salted hash under which a PIN is kept; nobody can read the PIN from it. */
export const hashedPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(saltLength)
  return `${kind}.${salt.toString('base64url')}.${(await derive(pin, salt, length, cost)).toString('base64url')}`
}

/** Stands in for the hash of a card that is not there or has no PIN: nobody's PIN, and as dear to look at as any. */
const nobodys = [kind, randomBytes(saltLength).toString('base64url'), randomBytes(length).toString('base64url')]

/**
 * Whether a PIN is the one that was hashed, compared in constant time. Where none was kept it takes as long to say no,
 * so that time does not tell which cards there are.
 */
export const isPin =
  (kept: string | null | undefined) =>
  async (pin: string): Promise<boolean> => {
    const parts = kept?.split('.') ?? nobodys
    const [, salt = '', hash = ''] = parts[0] === kind ? parts : nobodys
    const wanted = Buffer.from(hash, 'base64url')
    const found = await derive(pin, Buffer.from(salt, 'base64url'), length, cost)
    return wanted.length === found.length && timingSafeEqual(wanted, found)
  }
