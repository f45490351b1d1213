import { setTimeout } from 'node:timers/promises'

/** Waits, in ms. */
export const pause = async (ms: number): Promise<void> => {
  await setTimeout(ms)
}
