import type { ScheduleRows } from '../../../../retention/schedule/record-entry'
import type { Db } from '../../sqlite/open'
import { scopeOf, valuesOf, type ScopeRow } from './scope-row'
import { toColumn } from './uuid-column'

const places = Array.from({ length: 16 }, () => '?').join(', ')

/** What can change of a scope; the rest is said by the event that names it. */
const changing = [
  ...['clock', 'latest'].flatMap((clock) => ['by', 'on', 'trigger', 'position'].map((part) => `${clock}_${part}`)),
  'due_by',
  'due_on',
  'run',
]
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')

/** The rows of the schedule, as its fold writes them; to be used within a transaction. */
export const scheduleRows = (db: Db): ScheduleRows => {
  const get = db.prepare<[Buffer], ScopeRow>('SELECT * FROM scopes WHERE scope = ?')
  const put = db.prepare(`INSERT INTO scopes VALUES (${places}) ON CONFLICT DO UPDATE SET ${changing}`)
  const isErased = db.prepare('SELECT 1 FROM erased WHERE scope = ?')
  const begin = db.prepare('INSERT OR IGNORE INTO runs (run, log, position, recorded) VALUES (?, ?, ?, ?)')
  const certified = db.prepare('UPDATE runs SET certificate = ? WHERE run = ?')
  const noteErased = db.prepare(
    'INSERT OR IGNORE INTO erased SELECT s.scope, r.number FROM scopes s JOIN runs r ON r.run = s.run WHERE s.run = ?',
  )
  const count = db.prepare(
    `INSERT INTO erased_counts
     SELECT log, due_by, due_on, count(*) FROM scopes WHERE run = ? AND due_by IS NOT NULL GROUP BY log, due_by, due_on
     ON CONFLICT DO UPDATE SET scopes = erased_counts.scopes + excluded.scopes`,
  )
  const drop = db.prepare('DELETE FROM scopes WHERE run = ?')
  const note = db.prepare(
    `INSERT INTO closed VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET closed_on = excluded.closed_on, position = excluded.position
     WHERE excluded.closed_on > closed.closed_on`,
  )
  return {
    get: (scope) => {
      const row = get.get(toColumn(scope))
      return row && scopeOf(row)
    },
    put: (scope) => void put.run(...valuesOf(scope)),
    isErased: (scope) => isErased.get(toColumn(scope)) !== undefined,
    begin: ({ run, log, position, recorded }) => void begin.run(toColumn(run), log, position, recorded),
    certify: (run, certificate) => {
      const key = toColumn(run)
      certified.run(toColumn(certificate), key)
      noteErased.run(key)
      count.run(key)
      drop.run(key)
    },
    note: ({ log, by, on, position }) => void note.run(log, by, on, position),
  }
}
