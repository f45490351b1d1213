import { storeError } from '../store-error'

/** Called with the sequence number after which a reader reads its next page. Throws when that would skip or repeat events. */
type CheckCursor = (after: number) => void

/** Keeps a reader from going on within a segment of the log that was shuffled since the reader entered it. */
export interface ShuffleGuard {
  /** Must be called before the events between two sequence numbers are shuffled. Answers what to call afterwards. */
  readonly begin: (after: number, before: number) => () => void
  /** The check for a reader that begins now. */
  readonly watchReader: () => CheckCursor
}

const shuffledMeanwhile = storeError({
  _tag: 'StoreUnavailable',
  reason: 'the events of a month were put in another order while they were read. Read them again from the beginning',
})

export const createShuffleGuard = (): ShuffleGuard => {
  let changes = 0
  let segment = { after: 0, before: 0 }
  return {
    begin: (after, before) => {
      segment = { after, before }
      changes += 1
      return () => void (changes += 1)
    },
    watchReader: () => {
      let seen = changes
      return (after) => {
        const isWithin = after > segment.after && after < segment.before - 1
        if (isWithin && seen !== changes) throw shuffledMeanwhile
        seen = changes
      }
    },
  }
}
