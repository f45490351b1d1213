import { logNames, type LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import type { Db } from '../../sqlite/open'

/** How far the schedule has come in each log: in memory while it moves, and in the file with each commit. */
export interface Reaching {
  readonly of: (log: LogName) => Position | undefined
  readonly move: (log: LogName, position: Position) => void
  /** Writes where it stands, within the transaction that is open. */
  readonly write: () => void
  /** Takes up again what the file says. */
  readonly read: () => void
}

export const reaching = (db: Db): Reaching => {
  const stored = db.prepare<[LogName], Position>('SELECT position FROM positions WHERE log = ?').pluck()
  const save = db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?)')
  const reached = new Map<LogName, Position>()
  const read = (): void => {
    reached.clear()
    for (const log of logNames) {
      const position = stored.get(log)
      if (position !== undefined) reached.set(log, position)
    }
  }
  read()
  return {
    of: (log) => reached.get(log),
    move: (log, position) => void reached.set(log, position),
    write: () => {
      for (const [log, position] of reached) save.run(log, position)
    },
    read,
  }
}
