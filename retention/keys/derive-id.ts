import { createHmac } from 'node:crypto'
import { cipherKey } from '../sealing/cipher-key'
import { idKey } from '../sealing/derive'
import { bytesToUuid } from '../sealing/uuid-bytes'
import { derivedOnce, type HeldKey } from './held-key'

const idKeyOf = derivedOnce(idKey)

/** Gives 16 bytes the look of a random UUID (version 4), so that a derived id is told from no other. */
const asRandomUuid = (bytes: Buffer): string => {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytesToUuid(bytes)
}

/** The ids that a scope's key gives, by cause: HMAC-SHA256, cut to 128 bits. Keep the function no longer than a command. */
export const idsFrom = (held: Pick<HeldKey, 'key' | 'derived'>): ((cause: string) => string) => {
  const derived = idKeyOf(held)
  return (cause) => asRandomUuid(createHmac('sha256', cipherKey(derived)).update(cause).digest().subarray(0, 16))
}
