import type { DeclaredStores } from '../../../retention/derived-stores/derived-store'
import { declaredCoordinationDatabase } from './declared-coordination-database'
import { declaredLibraryFiles } from './declared-library-files'
import { keyDatabasesInDataFolder, declaredPostgresKeyDatabase } from './key-databases-in-data-folder'
import { declaredLogDatabases, declaredLogDatabase } from './declared-log-databases'
import { declaredMemoryOfAudits } from './declared-memory-of-audits'
import { declaredMemoryOfReports } from './declared-memory-of-reports'
import { declaredMemoryOfTrees } from './declared-memory-of-trees'
import { declaredMemoryWithoutPersons } from './declared-memory-without-persons'
import { declaredMemoriesOfPersonalValues } from './declared-memories-of-personal-values'
import { declaredMemoryOfSealedEvents } from './declared-memory-of-sealed-events'
import { declaredShortTermDatabase } from './declared-short-term-database'
import { declaredReadModelDatabase } from './declared-read-model-database'
import { declaredLogDigestDatabase, declaredScheduleDatabase, declaredTreeDatabase } from './declared-schedule-database'

/** The databases in a data folder, except the lock, which holds nothing. */
export const declaredDatabasesOfFolder = [
  ...declaredLogDatabases,
  ...keyDatabasesInDataFolder,
  declaredReadModelDatabase,
  declaredScheduleDatabase,
  declaredLogDigestDatabase,
  declaredTreeDatabase,
]

/** The schemas of a library on servers. */
export const declaredServerDatabases = [
  declaredLogDatabase,
  declaredPostgresKeyDatabase,
  declaredCoordinationDatabase,
  declaredShortTermDatabase,
]

/**
 * The registry of every table, index, file, cache and queue that holds events or what is derived from them. Tests compare
 * it with the real schema of each database and with the variables of the code, and name what it lacks.
 */
export const allDerivedStores: DeclaredStores = {
  databases: [...declaredDatabasesOfFolder, ...declaredServerDatabases],
  files: declaredLibraryFiles,
  memory: [
    ...declaredMemoriesOfPersonalValues,
    ...declaredMemoryOfSealedEvents,
    ...declaredMemoryWithoutPersons,
    ...declaredMemoryOfTrees,
    ...declaredMemoryOfAudits,
    ...declaredMemoryOfReports,
  ],
}
