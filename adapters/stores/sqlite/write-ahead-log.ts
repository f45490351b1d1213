import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import type { Db } from './open'

/** The write-ahead log of a disposable file, emptied without letting this thread wait for the disk. */
export interface WriteAheadLog {
  /** To be called after each commit: begins to empty the log once it is long. */
  readonly committed: () => void
  /** Copies the log into the file and cuts it to nothing; answers once both are on the disk. */
  readonly empty: () => Promise<E.Either<StoreUnavailable, void>>
  /** The same at once: this thread waits for the disk. Throws when somebody else reads the file. */
  readonly emptyNow: () => void
  /** To be called before a transaction is begun: ends at once what is under way. */
  readonly finish: () => void
  /** Resolves when nothing is under way, so that a transaction can be begun without waiting for the disk. */
  readonly settled: () => Promise<void>
  /** Empties the log and closes the file. */
  readonly close: () => void
}

/** The log is emptied when it is longer than 1,000 pages: readers wait while pages are copied, so few at a time. */
const longest = 1000 * 4096

const attempts = 3

interface Checkpointed {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

/** A reader held on to what was removed; the code is SQLite's own. */
const stillRead = Object.assign(new Error('a reader keeps the write-ahead log alive'), { code: 'SQLITE_BUSY' })

const checkpoint = (db: Db, mode: 'PASSIVE' | 'TRUNCATE', isDone: (state: Checkpointed) => boolean): void => {
  for (let left = attempts; left > 0; left -= 1) {
    const [state] = db.pragma(`wal_checkpoint(${mode})`) as ReadonlyArray<Checkpointed>
    if (state !== undefined && isDone(state)) return
  }
  throw stillRead
}

const sync = promisify(fdatasync)

/** One run of emptying the log. `outcome` is set when somebody else finished it. */
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
 * The file is opened with `synchronous = off`, and this module synchronises in the order that SQLite would: the log
 * before its pages are copied, the file before the log is cut, and the log when it has been cut, since no page of its
 * past may stand behind new ones. No transaction may be begun meanwhile; a reader may read.
 */
export const writeAheadLog = (db: Db): WriteAheadLog => {
  if (db.memory) return { ...inMemory, close: () => void db.close() }
  // Closed after the database: to close any handle of a file gives up every lock that this process has on it.
  const file = openSync(db.name, 'r')
  const log = openSync(`${db.name}-wal`, 'r')
  let running: { readonly run: Run; readonly done: Promise<E.Either<StoreUnavailable, void>> } | undefined

  /** What is to be synchronised, in order, and what is done between. */
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
      return run.outcome ?? E.left(storeUnavailable(error))
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
    if (unfinished !== undefined) unfinished.outcome = E.tryCatch(emptyNow, storeUnavailable)
  }
  return {
    committed: () => {
      if (fstatSync(log).size > longest) void empty()
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
      const emptied = E.tryCatch(emptyNow, storeUnavailable)
      // Somebody else reads the file: SQLite synchronises what it still has to copy.
      if (E.isLeft(emptied)) db.pragma('synchronous = normal')
      db.close()
      closeSync(log)
      closeSync(file)
    },
  }
}
