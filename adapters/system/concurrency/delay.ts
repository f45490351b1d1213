import { setTimeout } from 'node:timers/promises'

/** Resolves after `ms`. */
export const delay = async (ms: number): Promise<void> => {
  await setTimeout(ms)
}
