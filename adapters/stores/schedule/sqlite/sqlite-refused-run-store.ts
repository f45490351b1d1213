import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { RunId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { RefusedErasureRun, ErasureRunRefusal } from '../../../../retention/schedule/erasure-run-refusal'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { uuidFromColumn, uuidToColumn } from './uuid-column'

interface RefusedRunRow {
  readonly log: LogName
  readonly position: Position
  readonly stream: StreamName
  readonly revision: number
  readonly run: Buffer
  readonly reason: ErasureRunRefusal
  readonly declared: string
  readonly certified_at: Position | null
}

const refusedRunOf = ({ run, declared, certified_at: certifiedAt, ...row }: RefusedRunRow): RefusedErasureRun => ({
  ...row,
  run: uuidFromColumn<RunId>(run),
  declared: JSON.parse(declared) as RefusedErasureRun['declared'],
  certifiedAt: certifiedAt ?? undefined,
})

interface RefusedRunRows {
  readonly list: () => ReadonlyArray<RefusedErasureRun>
  readonly find: (log: LogName, run: RunId) => RefusedErasureRun | undefined
  readonly put: (refused: RefusedErasureRun) => void
}

/** Reads and writes the refused runs. */
export const sqliteRefusedRunStore = (db: SqliteDatabase): RefusedRunRows => {
  const all = db.prepare<[], RefusedRunRow>('SELECT * FROM refused_runs ORDER BY log, position')
  const ofRun = db.prepare<[LogName, Buffer], RefusedRunRow>(
    'SELECT * FROM refused_runs WHERE log = ? AND run = ? AND certified_at IS NULL',
  )
  const replace = db.prepare('INSERT OR REPLACE INTO refused_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  return {
    list: () => all.all().map(refusedRunOf),
    find: (log, run) => {
      const row = ofRun.get(log, uuidToColumn(run))
      return row && refusedRunOf(row)
    },
    put: ({ log, position, stream, revision, run, reason, declared, certifiedAt }) => {
      const place = [log, position, stream, revision, uuidToColumn(run)] as const
      replace.run(...place, reason, JSON.stringify(declared), certifiedAt ?? null)
    },
  }
}
