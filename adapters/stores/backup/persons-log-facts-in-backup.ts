import { createHmac } from 'node:crypto'
import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../../../retention/sealing/aes-gcm'

/** The bytes of what a manifest says of *persons*, whatever it says. */
const paddedLength = 2048

/** The key of 32 bytes of one file or manifest of a backup, from the key that the ring gives for backups. */
export const keyOfBackupFile = (backupKey: Uint8Array, backup: string, name: string): Buffer =>
  createHmac('sha256', backupKey).update(`${backup} ${name}`).digest()

const additional = Buffer.from('glemsom backup 1 persons')

/** Encrypts what a manifest says of *persons*: base64, always of the same length. */
export const encryptPersonsFacts = (key: Uint8Array, facts: unknown): string =>
  Buffer.from(
    joinCiphertext(encrypt(key, additional, Buffer.from(JSON.stringify(facts).padEnd(paddedLength), 'utf8'))),
  ).toString('base64')

/** Undefined when the key is not the one of the sealing. */
export const decryptPersonsLogFacts = (key: Uint8Array, sealed: string): unknown => {
  const ciphertext = splitCiphertext(Buffer.from(sealed, 'base64'))
  const plaintext = ciphertext && decrypt(key, additional, ciphertext)
  return plaintext && JSON.parse(plaintext.toString('utf8'))
}
