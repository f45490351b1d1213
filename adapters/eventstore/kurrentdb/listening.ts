import type { Ringing } from './ringing'
import { pauseBefore } from './patience'
import { pause } from '../../kernel/pause'
import { bell } from '../bell'

/** Rings of the log's bell, counted, so that nobody waits for one that came while he was looking. */
export interface Listening {
  readonly rings: () => number
  /** Ends with the next ring, or after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
  readonly ring: () => void
  /** Keeps the server's bell until the answer is called. */
  readonly listen: () => () => void
}

/** One bell for all who listen, hung up anew whenever the server takes it down (a slow moment, a restart, another leader). */
export const listening = (hang: (ring: () => void) => Ringing, longestPause: number): Listening => {
  const heard = bell()
  let [rings, listeners] = [0, 0]
  let hung: Ringing | undefined
  const ring = (): void => {
    rings += 1
    heard.ring()
  }
  const wait = (milliseconds: number): Promise<void> => {
    const late = setTimeout(heard.ring, milliseconds)
    return heard.wait().finally(() => clearTimeout(late))
  }
  const keep = async (): Promise<void> => {
    let broken = 0
    while (listeners > 0) {
      const before = rings
      hung = hang(ring)
      await hung.ended
      broken = rings > before ? 0 : broken + 1
      if (listeners > 0) await pause(pauseBefore(broken, longestPause))
    }
    hung = undefined
  }
  let keeping: Promise<void> | undefined
  return {
    rings: () => rings,
    wait,
    ring,
    listen: () => {
      let kept = true
      listeners += 1
      keeping ??= keep().finally(() => void (keeping = undefined))
      return () => {
        if (!kept) return
        kept = false
        listeners -= 1
        if (listeners === 0) hung?.breakOff()
      }
    },
  }
}
