import { logNames, type LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import type { ReadModel } from '../../../../projections/kernel/read-model'
import type { Db } from '../../sqlite/open'

/** How far each read model has come in each log: in memory while it moves, and in the file with each commit. */
export interface Progress {
  readonly of: (model: ReadModel, log: LogName) => Position | undefined
  /** Whether any has begun. */
  readonly any: () => boolean
  readonly move: (model: ReadModel, log: LogName, position: Position) => void
  /** Forgets how far a read model has come. */
  readonly restart: (model: ReadModel) => void
  /** Writes what has moved, within the transaction that is open. */
  readonly write: () => void
  /** Takes up again what the file says. */
  readonly read: () => void
}

interface Stored {
  readonly name: string
  readonly log: LogName
  readonly position: Position
}

export const progress = (db: Db, models: ReadonlyArray<ReadModel>): Progress => {
  const save = db.prepare('INSERT OR REPLACE INTO checkpoints (name, log, position) VALUES (?, ?, ?)')
  const forget = db.prepare('DELETE FROM checkpoints WHERE name = ?')
  const stored = db.prepare('SELECT name, log, position FROM checkpoints')
  const reached: Readonly<Record<LogName, Map<string, Position>>> = { circulation: new Map(), persons: new Map() }
  const moved = new Set<LogName>()

  const read = (): void => {
    moved.clear()
    for (const log of logNames) reached[log].clear()
    for (const { name, log, position } of stored.all() as ReadonlyArray<Stored>) reached[log].set(name, position)
  }
  read()
  return {
    of: ({ name }, log) => reached[log].get(name),
    any: () => logNames.some((log) => reached[log].size > 0),
    move: ({ name }, log, position) => {
      reached[log].set(name, position)
      moved.add(log)
    },
    restart: ({ name }) => {
      for (const log of logNames) reached[log].delete(name)
      forget.run(name)
    },
    write: () => {
      for (const log of moved)
        for (const { name } of models) {
          const position = reached[log].get(name)
          if (position !== undefined) save.run(name, log, position)
        }
      moved.clear()
    },
    read,
  }
}
