import { seedOfRun } from '../fixtures/seed-of-run'

export const { seed: crashSeed, printOnFailure: printSeedOnFailure } = seedOfRun('CRASH_SEED')
