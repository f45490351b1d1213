import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ShortTermStore } from '../../../../domain/ports/short-term-store'
import type { BorrowerId } from '../../../../domain/values/ids'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'

/** How many wrong PINs lock a card, and for how many ms at least each of them counts. */
export const maxWrongPins = 5
export const wrongPinWindowMs = 15 * 60_000

/** The longest time that a lock lasts, in ms: the short-term store rounds each end up to a quarter-hour. */
export const longestPinLockMs = wrongPinWindowMs + 15 * 60_000

/** What wrong PINs are counted for: a card at a look-up, a borrower who changes the PIN. */
export type PinOwner = { readonly card: string } | { readonly borrower: BorrowerId }

/** Counts wrong PINs in the short-term store, so that all processes of a library count together. */
export interface WrongPinCounter {
  /**
   * Call it before a PIN is checked. Counts an attempt as wrong, so that concurrent attempts are all counted; refuses a
   * locked card (`LogInIsLocked`).
   */
  readonly countAttempt: (owner: PinOwner) => TE.TaskEither<HttpFailure, void>
  /** Call it when the PIN was right: drops the attempts counted so far. */
  readonly reset: (owner: PinOwner) => TE.TaskEither<HttpFailure, void>
}

/** Nobody is asked whose card it is, because it is locked as well when it does not exist: so its entry has no subject. */
const entryOf = (owner: PinOwner) =>
  ({
    kind: 'wrong PINs',
    ...('card' in owner
      ? { id: `card ${owner.card}`, subject: null }
      : { id: `borrower ${owner.borrower}`, subject: owner.borrower }),
  }) as const

/**
 * A card is locked from the fifth wrong PIN on, whether or not the card exists. Refused attempts do not make the lock
 * longer: it ends by itself, 15 to 30 minutes after the fifth.
 */
export const createWrongPinCounter = ({
  countUpTo,
  remove,
}: Pick<ShortTermStore, 'countUpTo' | 'remove'>): WrongPinCounter => ({
  countAttempt: (owner) =>
    pipe(
      countUpTo(maxWrongPins, { ...entryOf(owner), lastsMs: wrongPinWindowMs }),
      TE.filterOrElseW(
        (isCounted) => isCounted,
        (): HttpFailure => httpRequestFailure('LogInIsLocked'),
      ),
      TE.map(() => undefined),
    ),
  reset: (owner) => remove(entryOf(owner)),
})
