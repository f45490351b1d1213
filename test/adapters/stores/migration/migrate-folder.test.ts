import { mkdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Asked } from '../../../../adapters/interfaces/cli/command'
import { exitCode } from '../../../../adapters/interfaces/cli/exit-code'
import { migrateCommand } from '../../../../adapters/composition/migrating/migrate-command'
import { migrateFolder } from '../../../../adapters/composition/migrating/migrate-folder'
import { summary } from '../../../../adapters/composition/migrating/summary'
import { placesIn } from '../../../../adapters/composition/truth/places'
import type { OpenTruth } from '../../../../adapters/composition/truth/truth'
import { truthInFolder } from '../../../../adapters/composition/truth/truth-in-folder'
import { layoutOf, type Layout } from '../../../../adapters/stores/data-folder/layout'
import { logNames, type LogName } from '../../../../domain/event/stream'
import { collected } from '../../interfaces/cli/collected'
import { acquireOne, registerNumbered } from '../../../e2e/steps'
import { right } from '../../../fixtures/right'
import { openIn, withFolder } from '../../../fixtures/system'

/** A folder with a library in it that has one copy and one borrower, and another folder to move it to. */
const withLibrary = (use: (layout: Layout, elsewhere: OpenTruth) => Promise<void>): Promise<void> =>
  withFolder((folder) =>
    withFolder(async (other) => {
      const system = await openIn(folder)
      await acquireOne(system)
      await registerNumbered(system, 1)
      await system.close()
      const layout = layoutOf(folder)
      const there = layoutOf(other, layout.ring)
      mkdirSync(path.dirname(there.keys), { recursive: true })
      await use(layout, () => truthInFolder(there))
    }),
  )

const untold = () => undefined

describe('the library of a folder that is moved', () => {
  it('tells how many of all its events stand in the copy', () =>
    withLibrary(async (layout, elsewhere) => {
      const told: Array<readonly [LogName, number, number]> = []
      const { logs } = right(await migrateFolder(layout, elsewhere, (...of) => void told.push(of))())
      for (const log of logNames) {
        const { events } = logs[log]
        const ofLog = told.filter(([name]) => name === log)
        expect(ofLog.map(([, , total]) => total)).toEqual(ofLog.map(() => events))
        expect(ofLog.at(-1)).toEqual([log, events, events])
      }
    }))

  it('says of its keys what it says of its logs', () =>
    withLibrary(async (layout, elsewhere) => {
      const moved = right(await migrateFolder(layout, elsewhere, untold)())
      const lines = summary(layout, moved).split('\n')
      expect(lines[0]).toBe(
        `circulation          ${String(moved.logs.circulation.events)} events, sha256 ${moved.logs.circulation.digest}`,
      )
      expect(lines[2]).toBe(`keys                 ${String(moved.keys.rows)} rows, sha256 ${moved.keys.digest}`)
      expect(moved.keys.copied).toBe(moved.keys.rows)
      expect(moved.keys.rows).toBeGreaterThan(0)
    }))

  it('is refused once it was moved', () =>
    withLibrary(async (layout, elsewhere) => {
      right(await migrateFolder(layout, elsewhere, untold)())
      expect(await migrateFolder(layout, elsewhere, untold)()).toMatchObject({ left: { code: exitCode.refused } })
    }))

  it('is left alone while another process has the folder, which the exit code says', () =>
    withLibrary(async (layout) => {
      const places = placesIn({
        CIRCULATION: 'kurrentdb://nowhere.invalid:2113',
        PERSONS: 'postgres://nowhere.invalid/persons',
        KEYS: 'postgres://elsewhere.invalid/keys',
      })
      const asked: Asked = { data: layout.root, json: false, elsewhere: {}, cwd: '/' }
      const owner = await openIn(layout.root)
      const out = collected()
      expect(E.isRight(places)).toBe(true)
      expect(await migrateCommand(layout, places)(asked, out)).toBe(exitCode.inUse)
      expect(out.problems).toEqual([expect.stringContaining('is in use by another process')])
      await owner.close()
    }))
})
