import { logNames, type LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import type { ReadModel } from '../../../../projections/read-model/read-model'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** The position of each read model in each log: changed in memory, and written to the file with each commit. */
interface ReadModelCheckpoints {
  readonly get: (model: ReadModel, log: LogName) => Position | undefined
  /** Whether any read model has read anything. */
  readonly any: () => boolean
  readonly set: (model: ReadModel, log: LogName, position: Position) => void
  /** Writes the changed positions, within the open transaction. */
  readonly save: () => void
  /** Reads the positions from the file again. */
  readonly reload: () => void
}

interface CheckpointRow {
  readonly name: string
  readonly log: LogName
  readonly position: Position
}

export const createReadModelCheckpoints = (
  db: SqliteDatabase,
  models: ReadonlyArray<ReadModel>,
): ReadModelCheckpoints => {
  const insertCheckpoint = db.prepare('INSERT OR REPLACE INTO checkpoints (name, log, position) VALUES (?, ?, ?)')
  const selectCheckpoints = db.prepare('SELECT name, log, position FROM checkpoints')
  const positions: Readonly<Record<LogName, Map<string, Position>>> = { circulation: new Map(), persons: new Map() }
  const changedLogs = new Set<LogName>()

  const reload = (): void => {
    changedLogs.clear()
    for (const log of logNames) positions[log].clear()
    for (const { name, log, position } of selectCheckpoints.all() as ReadonlyArray<CheckpointRow>)
      positions[log].set(name, position)
  }
  reload()
  return {
    get: ({ name }, log) => positions[log].get(name),
    any: () => logNames.some((log) => positions[log].size > 0),
    set: ({ name }, log, position) => {
      positions[log].set(name, position)
      changedLogs.add(log)
    },
    save: () => {
      for (const log of changedLogs)
        for (const { name } of models) {
          const position = positions[log].get(name)
          if (position !== undefined) insertCheckpoint.run(name, log, position)
        }
      changedLogs.clear()
    },
    reload,
  }
}
