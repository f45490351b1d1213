import { randomInt } from 'node:crypto'

/** The seed of this run: from the environment, or drawn. A failing test names it, so that it can be run again. */
export const seed = Number(process.env['CRASH_SEED'] ?? randomInt(1_000_000_000))

export const namingTheSeed = async (test: () => Promise<void>): Promise<void> => {
  try {
    await test()
  } catch (error) {
    console.error(`Run it again with CRASH_SEED=${String(seed)}.`)
    throw error
  }
}
