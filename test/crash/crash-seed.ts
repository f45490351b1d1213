import { randomInt } from 'node:crypto'

/** The seed of this run: from `CRASH_SEED`, or random. A failing test prints it, so that it can be repeated. */
export const crashSeed = Number(process.env['CRASH_SEED'] ?? randomInt(1_000_000_000))

export const printSeedOnFailure = async (test: () => Promise<void>): Promise<void> => {
  try {
    await test()
  } catch (error) {
    console.error(`Repeat this run with CRASH_SEED=${String(crashSeed)}.`)
    throw error
  }
}
