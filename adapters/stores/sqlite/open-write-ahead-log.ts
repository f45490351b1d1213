import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { sqliteUnavailable } from './sqlite-failure'
import type { SqliteDatabase } from './open-sqlite-database'

/** The write-ahead log of a disposable file. It is emptied without blocking this thread while the disk works. */
interface WriteAheadLog {
  /** Must be called after each commit: starts to empty the log when it is long. */
  readonly committed: () => void
  /** Copies the log into the file and truncates it; answers once both are on the disk. */
  readonly empty: () => Promise<E.Either<StoreUnavailable, void>>
  /** The same, blocking this thread. Throws when another connection is reading the file. */
  readonly emptyNow: () => void
  /** Must be called before a transaction begins: completes a running emptying, blocking this thread. */
  readonly finish: () => void
  /** Resolves when no emptying runs, so that a transaction can begin without blocking. */
  readonly settled: () => Promise<void>
  /** Empties the log and closes the file. */
  readonly close: () => void
}

/** The log is emptied when it is longer than 1000 pages: readers wait while pages are copied, so few at a time. */
const maxLength = 1000 * 4096

const attempts = 3

interface Checkpointed {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

/** Has the code that SQLite gives to errors of this kind. */
const readerBusy = Object.assign(new Error('an open read keeps the write-ahead log from being emptied'), {
  code: 'SQLITE_BUSY',
})

const checkpoint = (
  db: SqliteDatabase,
  mode: 'PASSIVE' | 'TRUNCATE',
  isDone: (state: Checkpointed) => boolean,
): void => {
  for (let remaining = attempts; remaining > 0; remaining -= 1) {
    const [state] = db.pragma(`wal_checkpoint(${mode})`) as ReadonlyArray<Checkpointed>
    if (state !== undefined && isDone(state)) return
  }
  throw readerBusy
}

const sync = promisify(fdatasync)

/** One emptying of the log. `outcome` is set when `finish` has completed it. */
interface Run {
  outcome?: E.Either<StoreUnavailable, void>
}

const inMemory: Omit<WriteAheadLog, 'close'> = {
  committed: () => undefined,
  empty: () => Promise.resolve(E.right(undefined)),
  emptyNow: () => undefined,
  finish: () => undefined,
  settled: () => Promise.resolve(),
}

/**
 * The file is opened with `synchronous = off`, and this module synchronises in the order of SQLite: the log before its
 * pages are copied, the file before the log is truncated, and the truncated log, so that no old page follows new ones. No
 * transaction may begin meanwhile; reads are allowed.
 */
export const openWriteAheadLog = (db: SqliteDatabase): WriteAheadLog => {
  if (db.memory) return { ...inMemory, close: () => void db.close() }
  // Closed after the database: closing any handle of a file releases all locks of this process on it.
  const file = openSync(db.name, 'r')
  const log = openSync(`${db.name}-wal`, 'r')
  let running: { readonly run: Run; readonly done: Promise<E.Either<StoreUnavailable, void>> } | undefined

  /** The handles to synchronise, in order, with the work in between. */
  function* steps(): Generator<number, void, undefined> {
    yield log
    checkpoint(db, 'PASSIVE', (state) => state.log === state.checkpointed)
    yield file
    checkpoint(db, 'TRUNCATE', (state) => state.busy === 0)
    yield log
  }
  const emptyNow = (): void => {
    for (const handle of steps()) fdatasyncSync(handle)
  }
  const inBackground = async (run: Run): Promise<E.Either<StoreUnavailable, void>> => {
    try {
      for (const handle of steps()) {
        await sync(handle)
        if (run.outcome !== undefined) return run.outcome
      }
      return E.right(undefined)
    } catch (error) {
      return run.outcome ?? E.left(sqliteUnavailable(error))
    } finally {
      if (running?.run === run) running = undefined
    }
  }
  const empty = (): Promise<E.Either<StoreUnavailable, void>> => {
    if (running !== undefined) return running.done
    const run: Run = {}
    const done = inBackground(run)
    running = { run, done }
    return done
  }
  const finish = (): void => {
    const unfinished = running?.run
    running = undefined
    if (unfinished !== undefined) unfinished.outcome = E.tryCatch(emptyNow, sqliteUnavailable)
  }
  return {
    committed: () => {
      if (fstatSync(log).size > maxLength) void empty()
    },
    empty,
    emptyNow: () => {
      finish()
      emptyNow()
    },
    finish,
    settled: async () => {
      await running?.done
    },
    close: () => {
      finish()
      const emptied = E.tryCatch(emptyNow, sqliteUnavailable)
      // Another connection is reading the file: SQLite must synchronise what it still has to copy.
      if (E.isLeft(emptied)) db.pragma('synchronous = normal')
      db.close()
      closeSync(log)
      closeSync(file)
    },
  }
}
