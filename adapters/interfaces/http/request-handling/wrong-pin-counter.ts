import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { boundedCache } from '../../../system/caching/bounded-cache'

/** How many wrong PINs lock a card, and for how many ms each of them counts. */
export const maxWrongPins = 5
export const wrongPinWindowMs = 15 * 60_000

/** Counts wrong PINs for each card, in memory only. */
export interface WrongPinCounter {
  /**
   * Call it before a PIN is checked. Counts an attempt as wrong, so that concurrent attempts are all counted; refuses a
   * locked card (`LogInIsLocked`).
   */
  readonly countAttempt: (card: string) => E.Either<HttpFailure, void>
  /** Call it when the PIN was right: drops the attempts counted for the card. */
  readonly reset: (card: string) => void
}

/** How many cards are remembered; the least recently tried is dropped first. */
const maxRememberedCards = 20_000

/**
 * A card is locked while five wrong PINs of the last 15 minutes count against it, whether or not the card exists. Card
 * numbers are kept as digests under a key of this process.
 */
export const createWrongPinCounter = ({ elapsed }: MonotonicClock): WrongPinCounter => {
  const secret = createSecretKey(randomBytes(32))
  const digest = (card: string): string => createHmac('sha256', secret).update(card).digest('base64')
  const attemptsByCard = boundedCache<string, ReadonlyArray<number>>(maxRememberedCards)
  return {
    countAttempt: (card) => {
      const now = elapsed()
      const recent = (attemptsByCard.get(digest(card)) ?? []).filter((at) => now - at < wrongPinWindowMs)
      if (recent.length >= maxWrongPins) return E.left(httpRequestFailure('LogInIsLocked'))
      attemptsByCard.set(digest(card), [...recent, now])
      return E.right(undefined)
    },
    reset: (card) => void attemptsByCard.delete(digest(card)),
  }
}
