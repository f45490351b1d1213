import { logNames, type LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** The position of the schedule in each log: changed in memory, and written to the file with each commit. */
interface ScheduleCheckpoints {
  readonly get: (log: LogName) => Position | undefined
  readonly set: (log: LogName, position: Position) => void
  /** Writes the positions, within the open transaction. */
  readonly save: () => void
  /** Reads the positions from the file again. */
  readonly reload: () => void
}

export const createScheduleCheckpoints = (db: SqliteDatabase): ScheduleCheckpoints => {
  const selectPosition = db.prepare<[LogName], Position>('SELECT position FROM positions WHERE log = ?').pluck()
  const insertPosition = db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?)')
  const positions = new Map<LogName, Position>()
  const reload = (): void => {
    positions.clear()
    for (const log of logNames) {
      const position = selectPosition.get(log)
      if (position !== undefined) positions.set(log, position)
    }
  }
  reload()
  return {
    get: (log) => positions.get(log),
    set: (log, position) => void positions.set(log, position),
    save: () => {
      for (const [log, position] of positions) insertPosition.run(log, position)
    },
    reload,
  }
}
