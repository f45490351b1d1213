import { createHmac, createSecretKey } from 'node:crypto'
import { deriveIdKey } from '../sealing/derive-keys'
import { bytesToUuid } from '../sealing/uuid-bytes'
import { memoizeDerivation, type LoadedKey } from './loaded-key'

const idKeyOf = memoizeDerivation(deriveIdKey)

/** Formats 16 bytes as a UUID of version 4, so that a derived id looks like a random one. */
const toUuidVersion4 = (bytes: Buffer): string => {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytesToUuid(bytes)
}

/**
 * Derives ids from causes under a scope's key: HMAC-SHA256, cut to 128 bits. The function has a copy of its key, because
 * the key may leave the cache, and is wiped then, while a command waits. Keep it no longer than one command.
 */
export const deriveIdsFromCauses = (loaded: Pick<LoadedKey, 'key' | 'derived'>): ((cause: string) => string) => {
  const ownKey = createSecretKey(idKeyOf(loaded))
  return (cause) => toUuidVersion4(createHmac('sha256', ownKey).update(cause).digest().subarray(0, 16))
}
