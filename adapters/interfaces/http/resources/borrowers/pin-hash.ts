import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const hashLength = 32
const saltLength = 16

/**
 * One guess costs 32 MiB and about 100 ms, the most that fits into the 150 ms that a machine may take. A PIN is short,
 * so its hash is sealed as well and shown to nobody.
 */
const scryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
const scheme = 'scrypt-15-8-1'

/** Hashes a PIN with a salt. Nobody can read the PIN from the hash. */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(saltLength)
  return `${scheme}.${salt.toString('base64url')}.${(await deriveKey(pin, salt, hashLength, scryptOptions)).toString('base64url')}`
}

/** The hash used for a card that does not exist or has no PIN: it matches no PIN and takes as long to check. */
const dummyHash = [scheme, randomBytes(saltLength).toString('base64url'), randomBytes(hashLength).toString('base64url')]

/**
 * Whether a PIN matches a stored hash, in constant time. Without a stored hash it takes as long, so that time does not
 * tell which cards exist.
 */
export const verifyPin =
  (storedHash: string | null | undefined) =>
  async (pin: string): Promise<boolean> => {
    const storedParts = storedHash?.split('.') ?? dummyHash
    const [, salt = '', hash = ''] = storedParts[0] === scheme ? storedParts : dummyHash
    const expected = Buffer.from(hash, 'base64url')
    const actual = await deriveKey(pin, Buffer.from(salt, 'base64url'), hashLength, scryptOptions)
    return expected.length === actual.length && timingSafeEqual(expected, actual)
  }
