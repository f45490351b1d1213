import type { DerivedStores } from '../../../retention/derived-stores/derived-store'
import { coordinationSchema } from './coordination-schema'
import { filesOfLibrary } from './files-of-library'
import { keyDatabases, keySchema } from './key-databases'
import { logDatabases, logSchema } from './log-databases'
import { memoryOfOpenValues } from './memory-of-open-values'
import { memoryOfPersonalValues } from './memory-of-personal-values'
import { memoryOfSealedEvents } from './memory-of-sealed-events'
import { readModelDatabase } from './read-model-database'
import { logDigestDatabase, scheduleDatabase } from './schedule-database'

/** The databases in a data folder, except the lock, which holds nothing. */
export const databasesInFolder = [
  ...logDatabases,
  ...keyDatabases,
  readModelDatabase,
  scheduleDatabase,
  logDigestDatabase,
]

/** The schemas of a library on servers. */
export const schemasOnServers = [logSchema, keySchema, coordinationSchema]

/**
 * The registry of every table, index, file, cache and queue that holds events or what is derived from them. Tests compare
 * it with the real schema of each database and with the variables of the code, and name what it lacks.
 */
export const allDerivedStores: DerivedStores = {
  databases: [...databasesInFolder, ...schemasOnServers],
  files: filesOfLibrary,
  memory: [...memoryOfPersonalValues, ...memoryOfSealedEvents, ...memoryOfOpenValues],
}
