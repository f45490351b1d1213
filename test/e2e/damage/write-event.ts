import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { openKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** Changes a log as somebody can who may write to its file, also while a service uses it. Answers how many rows changed. */
export const changeLog = (folder: string, log: LogName, sql: string): number => {
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    return db.prepare(sql).run().changes
  } finally {
    db.close()
  }
}

interface EndOfStream {
  readonly id: number
  readonly revision: number
  readonly recorded: string
}

/**
 * Writes an event without sealed parts to the end of a log, with the date of the last event, and with the code that the
 * ring makes: as somebody can who may write to the log and has the ring too.
 */
export const writeEvent = async (
  folder: string,
  log: LogName,
  stream: string,
  event: Pick<AnyEvent, 'type' | 'open'>,
): Promise<void> => {
  const codes = rightOrThrow(await openKekRingInFiles(dataFolderLayout(folder).ring)()).eventCodes.current()
  if (codes === undefined) throw new Error('the ring has no codes of events')
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    db.prepare('INSERT OR IGNORE INTO streams (name) VALUES (?)').run(stream)
    const end = db
      .prepare<[string], EndOfStream>(
        `SELECT id, (SELECT count(*) FROM events WHERE stream = streams.id) AS revision,
           (SELECT recorded FROM events ORDER BY position DESC LIMIT 1) AS recorded FROM streams WHERE name = ?`,
      )
      .get(stream)
    if (end === undefined) throw new Error('the stream was not made')
    const id = randomUUID() as EventId
    const stored = { id, type: event.type, version: 1, recorded: end.recorded, open: canonicalJson(event.open) }
    const place = { stream: stream as StreamName, revision: end.revision }
    const code = codes[log].codeOf({ ...stored, ...place, sealed: new Uint8Array(0) })
    db.prepare(
      `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed, code)
       VALUES (?, ?, unhex(?, '-'), ?, 1, ?, ?, x'', ?)`,
    ).run(end.id, end.revision, id, event.type, end.recorded, stored.open, code)
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
