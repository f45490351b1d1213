import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { logNames, type LogName } from '../../domain/event/stream'
import { oreFromKroner } from '../../domain/values/ore'
import type { CopyId } from '../../domain/values/ids'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { backUpInto, restoreWith } from '../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { homeBranch, nowOnce, oneTitle, registerNumberedBorrower } from './use-case-steps'

const callers = 64

const acquire = async (library: RunningLibrary, number: number): Promise<void> => {
  const copy = String(5_000_000_000 + number) as CopyId
  const name = { name: 'Pelle Erobreren', author: 'Martin Andersen Nexø' }
  const command = { type: 'Acquire', copy, title: oneTitle, branch: homeBranch, group: 'standard' } as const
  rightOrThrow(
    await changeCopy(library.useCaseDependencies)(copy, nowOnce(library))({
      ...command,
      ageLimit: null,
      price: oreFromKroner(200),
      ...name,
    })(),
  )
}

/** The ids of all events in the file of a log, in its order. */
const idsIn = (folder: string, log: LogName): ReadonlyArray<unknown> => {
  const db = new Database(path.join(folder, `${log}.db`), { readonly: true })
  const ids = db.prepare('SELECT hex(id) FROM events ORDER BY position').pluck().all()
  db.close()
  return ids
}

/** Each caller registers a borrower and acquires a copy, again and again, until it is stopped. */
const startCallers = (library: RunningLibrary) => {
  let isStopped = false
  let number = 0
  const call = async (): Promise<void> => {
    while (!isStopped) {
      const own = (number += 1)
      await registerNumberedBorrower(library, own)
      await acquire(library, own)
    }
  }
  const all = Promise.all(Array.from({ length: callers }, call))
  return {
    stop: async () => {
      isStopped = true
      await all
    },
  }
}

describe('A backup that is taken while 64 commands run', () => {
  it('restores to what was answered before it began, or more, and to no half of a command', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await Promise.all(Array.from({ length: callers }, (_, at) => acquire(library, 1_000_000 + at)))
      const running = startCallers(library)
      await acquire(library, 2_000_000)
      const before = await library.logHeads()
      await backUpInto(library, `${folder}-backup`)
      await running.stop()
      await library.close()
      const target = `${folder}-target`
      expect(await restoreWith(folder, target, { logs: `${folder}-backup` })).toMatchObject({
        right: { unreadable: { missing: {}, fenced: {} } },
      })
      const restored = await openLibraryIn(target, { ring: `${folder}/ring`, takeRing: true })
      const heads = await restored.logHeads()
      for (const log of logNames) {
        expect(heads[log] >= before[log]).toBe(true)
        expect(idsIn(target, log)).toEqual(idsIn(folder, log).slice(0, idsIn(target, log).length))
      }
      expect((await restored.checkLogs(undefined, () => undefined)())._tag).toBe('Right')
      await restored.close()
    }))
})
