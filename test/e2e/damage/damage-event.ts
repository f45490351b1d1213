import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { LogName } from '../../../domain/event/stream'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { openLibraryIn } from '../../fixtures/running-library'

/** Changes one event of a closed folder, and removes what was folded from the log. */
export const damage = (folder: string, log: LogName, change: string, where: string): void => {
  const db = new Database(path.join(folder, `${log}.db`))
  const changed = db
    .prepare(
      `UPDATE events SET ${change} WHERE position =
       (SELECT max(position) FROM events JOIN streams ON streams.id = events.stream WHERE ${where})`,
    )
    .run()
  db.close()
  expect(changed.changes).toBe(1)
  rmSync(path.join(folder, 'views'), { recursive: true, force: true })
}

/** The last byte of a sealed part, the end of its tag, is changed: to 0, or to 1 where it is 0 (one tag of 256). */
export const lastByteOfSealed = `sealed = CAST(substr(sealed, 1, length(sealed) - 1)
  || CASE WHEN substr(sealed, -1) = x'00' THEN x'01' ELSE x'00' END AS BLOB)`

/** Opens a folder whose alarms do not fail the test, and closes it afterwards. */
export const withDamagedLibrary = async (
  folder: string,
  use: (library: RunningLibrary) => Promise<unknown>,
): Promise<void> => {
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm(() => undefined),
  )
  try {
    await use(library)
  } finally {
    await library.close()
  }
}
