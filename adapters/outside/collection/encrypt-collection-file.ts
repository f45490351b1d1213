import * as TE from 'fp-ts/TaskEither'
import type { EncryptCollectionFile } from '../../../domain/ports/collection-file-encryption'

/**
 * Encrypts a file as a compact JWE (RFC 7516): a fresh key, agreed with the recipient's key by ECDH-ES on P-256, and
 * AES-256-GCM. Nobody but the recipient can open it, this library included.
 */
export const encryptCollectionFile: EncryptCollectionFile = (text, { keyId: kid, publicKey }) =>
  TE.tryCatch(
    async () => {
      const { CompactEncrypt, importJWK } = await import('jose')
      const key = await importJWK({ kty: 'EC', crv: 'P-256', ...publicKey }, 'ECDH-ES')
      const header = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'json', kid }
      return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(key)
    },
    () => ({ _tag: 'CollectionKeyIsUnusable' }),
  )
