import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { LRUCache } from 'lru-cache'
import type { MachineClock } from '../../../../domain/ports/clocks'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'

/** How many wrong PINs lock a card, and for how many ms each of them counts. */
export const wrongPinsAllowed = 5
export const wrongPinsCount = 15 * 60_000

/** Counts wrong PINs by card: in memory alone, and nothing of it is stored. */
export interface WrongPins {
  /** Before a PIN is looked at. Counts it as wrong, so that many at once are no way around; refuses (`LogInIsLocked`). */
  readonly trying: (card: string) => E.Either<Failure, void>
  /** The PIN was right: what was counted against the card is dropped. */
  readonly wasRight: (card: string) => void
}

/** How many cards are remembered; those not tried for longest are dropped first. */
const remembered = 20_000

/**
 * A card is locked while five wrong PINs of the last quarter of an hour are counted against it, whether or not there
 * is such a card. Cards are kept as digests under a key of this process.
 */
export const wrongPins = ({ elapsed }: MachineClock): WrongPins => {
  const secret = createSecretKey(randomBytes(32))
  const digest = (card: string): string => createHmac('sha256', secret).update(card).digest('base64')
  const tried = new LRUCache<string, ReadonlyArray<number>>({ max: remembered })
  return {
    trying: (card) => {
      const now = elapsed()
      const counted = (tried.get(digest(card)) ?? []).filter((at) => now - at < wrongPinsCount)
      if (counted.length >= wrongPinsAllowed) return E.left(edge('LogInIsLocked'))
      tried.set(digest(card), [...counted, now])
      return E.right(undefined)
    },
    wasRight: (card) => void tried.delete(digest(card)),
  }
}
