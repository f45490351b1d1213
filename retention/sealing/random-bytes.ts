import { randomFillSync } from 'node:crypto'

const poolSize = 4096
const pool = Buffer.alloc(poolSize)
const taken = { upTo: poolSize }

/**
 * Random bytes in a buffer of their own. They are drawn in bulk, because drawing twelve costs as much as drawing
 * thousands; what is handed out is wiped from the pool.
 */
export const randomBytes = (length: number): Buffer => {
  if (taken.upTo + length > poolSize) {
    randomFillSync(pool)
    taken.upTo = 0
  }
  const from = taken.upTo
  taken.upTo += length
  const drawn = Buffer.alloc(length)
  pool.copy(drawn, 0, from, taken.upTo)
  pool.fill(0, from, taken.upTo)
  return drawn
}
