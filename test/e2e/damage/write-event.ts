import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { LogName } from '../../../domain/event/stream'

/** Changes a log as somebody can who may write to its file, also while a service uses it. Answers how many rows changed. */
export const changeLog = (folder: string, log: LogName, sql: string): number => {
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    return db.prepare(sql).run().changes
  } finally {
    db.close()
  }
}

/** Writes an event without sealed parts to the end of a log, with the date of the last event. */
export const writeEvent = (
  folder: string,
  log: LogName,
  stream: string,
  event: Pick<AnyEvent, 'type' | 'open'>,
): void => {
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    db.prepare('INSERT OR IGNORE INTO streams (name) VALUES (?)').run(stream)
    db.prepare(
      `INSERT INTO events SELECT (SELECT max(position) + 1 FROM events), s.id,
         (SELECT count(*) FROM events WHERE stream = s.id), ?, ?, 1,
         (SELECT recorded FROM events ORDER BY position DESC LIMIT 1), ?, x''
       FROM streams s WHERE s.name = ?`,
    ).run(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), event.type, canonicalJson(event.open), stream)
  } finally {
    db.close()
  }
}

/** The open parts of the events of a type in a log, with their ids. */
export const readOpenParts = (
  folder: string,
  log: LogName,
  type: string,
): ReadonlyArray<{ readonly id: string; readonly open: Readonly<Record<string, unknown>> }> => {
  const db = new Database(path.join(folder, `${log}.db`), { readonly: true })
  try {
    return db
      .prepare<[string], { readonly id: Buffer; readonly open: string }>(
        'SELECT id, open FROM events WHERE type = ? ORDER BY position',
      )
      .all(type)
      .map(({ id, open }) => ({
        id: id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
        open: JSON.parse(open) as Readonly<Record<string, unknown>>,
      }))
  } finally {
    db.close()
  }
}
