import { mkdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { withEventCodes } from '../../../../adapters/composition/event-codes/with-event-codes'
import type { CommandLineOptions } from '../../../../adapters/interfaces/cli/cli-command'
import { exitCode } from '../../../../adapters/interfaces/cli/exit-code'
import { migrateCommand } from '../../../../adapters/composition/migration/migrate-command'
import { migrateFolderToServers } from '../../../../adapters/composition/migration/migrate-folder-to-servers'
import { migrationSummary } from '../../../../adapters/composition/migration/migration-summary'
import { readServerAddresses } from '../../../../adapters/composition/stores/store-server-addresses'
import { closePrimaryStores, type OpenPrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import { openStoresInFolder } from '../../../../adapters/composition/stores/open-stores-in-folder'
import { dataFolderLayout, type DataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { logNames, type LogName } from '../../../../domain/event/stream'
import { collectOutput } from '../../interfaces/cli/collect-output'
import { readWholeLog } from '../../../contract/event-store/event-store-steps'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'

/** A folder with a library of one copy and one borrower, and another folder to move it to. */
const withLibrary = (use: (layout: DataFolderLayout, elsewhere: OpenPrimaryStores) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) =>
    withTemporaryFolder(async (other) => {
      const system = await openLibraryIn(folder)
      await acquireOneCopy(system)
      await registerNumberedBorrower(system, 1)
      await system.close()
      const layout = dataFolderLayout(folder)
      const there = dataFolderLayout(other, layout.ring)
      mkdirSync(path.dirname(there.keys.circulation), { recursive: true })
      await use(layout, () => openStoresInFolder(there))
    }),
  )

const ignoreProgress = () => undefined

describe('the library of a folder that is moved', () => {
  it('reports its progress: the number of events in the copy and in all', () =>
    withLibrary(async (layout, elsewhere) => {
      const reports: Array<readonly [LogName, number, number]> = []
      const { logs } = rightOrThrow(await migrateFolderToServers(layout, elsewhere, (...of) => void reports.push(of))())
      for (const log of logNames) {
        const { events } = logs[log]
        const ofLog = reports.filter(([name]) => name === log)
        expect(ofLog.map(([, , total]) => total)).toEqual(ofLog.map(() => events))
        expect(ofLog.at(-1)).toEqual([log, events, events])
      }
    }))

  it('has the same codes at the new place, and each of them matches', () =>
    withLibrary(async (layout, elsewhere) => {
      rightOrThrow(await migrateFolderToServers(layout, elsewhere, ignoreProgress)())
      const stores = rightOrThrow(await pipe(elsewhere(layout), TE.chain(withEventCodes))())
      for (const log of logNames) {
        const events = await readWholeLog(stores.logs[log])
        expect(events.map(({ code, codeFault }) => [code?.length, codeFault])).toEqual(
          events.map(() => [33, undefined]),
        )
        expect(events.length).toBeGreaterThan(0)
      }
      await closePrimaryStores(stores)
    }))

  it('prints the numbers and digests of its logs and keys', () =>
    withLibrary(async (layout, elsewhere) => {
      const moved = rightOrThrow(await migrateFolderToServers(layout, elsewhere, ignoreProgress)())
      const summary = migrationSummary(layout, moved)
      expect(summary).toContain('simulated clock')
      const lines = summary.split('\n')
      expect(lines[0]).toBe(
        `circulation          ${String(moved.logs.circulation.events)} events, sha256 ${moved.logs.circulation.digest}`,
      )
      expect(lines[2]).toBe(`keys                 ${String(moved.keys.rows)} rows, sha256 ${moved.keys.digest}`)
      expect(moved.keys.copied).toBe(moved.keys.rows)
      expect(moved.keys.rows).toBeGreaterThan(0)
    }))

  it('is not moved a second time: nothing is left to do, which is no failure', () =>
    withLibrary(async (layout, elsewhere) => {
      rightOrThrow(await migrateFolderToServers(layout, elsewhere, ignoreProgress)())
      expect(await migrateFolderToServers(layout, elsewhere, ignoreProgress)()).toMatchObject({
        left: { code: exitCode.done, message: expect.stringContaining('Nothing is left to do') as unknown },
      })
    }))

  it('is not moved while another process has locked the folder, which the exit code says', () =>
    withLibrary(async (layout) => {
      const places = readServerAddresses({
        CIRCULATION: 'kurrentdb://nowhere.invalid:2113',
        PERSONS: 'postgres://nowhere.invalid/persons',
        KEYS: 'postgres://elsewhere.invalid/keys',
      })
      const options: CommandLineOptions = { data: layout.root, json: false, servers: {}, cwd: '/' }
      const owner = await openLibraryIn(layout.root)
      const out = collectOutput()
      expect(E.isRight(places)).toBe(true)
      expect(await migrateCommand(layout, places)(options, out)).toBe(exitCode.inUse)
      expect(out.problems).toEqual([expect.stringContaining('is in use by another process')])
      await owner.close()
    }))
})
