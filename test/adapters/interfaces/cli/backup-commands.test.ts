import { existsSync } from 'node:fs'
import path from 'node:path'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

const withLibrary = (use: (folder: string, cwd: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder)
    await acquireOneCopy(library)
    await registerNumberedBorrower(library, 1)
    await library.close()
    await use(folder, path.dirname(folder))
  })

describe('glemsom backup, restore, inventory and drill', () => {
  it('work with paths from where the caller is, and answer JSON', () =>
    withLibrary(async (data, cwd) => {
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', data, '--json', ...argv], { cwd })
      const backup = await glemsom('backup', 'sunday')
      expect([backup.code, JSON.parse(backup.lines[0] ?? '')]).toEqual([
        0,
        expect.objectContaining({ logs: path.join(cwd, 'sunday', 'logs'), keys: path.join(cwd, 'sunday', 'keys') }),
      ])
      const ring = path.join(data, 'ring')
      const restored = await glemsom('restore', 'sunday', '--to', 'restored', '--ring', ring)
      expect([restored.code, JSON.parse(restored.lines[0] ?? '')]).toEqual([
        0,
        expect.objectContaining({ folder: path.join(cwd, 'restored'), keysDestroyed: 0 }),
      ])
      expect((await glemsom('inventory', 'list')).code).toBe(0)
      const drill = await glemsom('drill', 'sunday', '--inventory', 'list', '--ring', ring)
      expect(JSON.parse(drill.lines[0] ?? '')).toMatchObject({
        report: { format: 'glemsom drill 1', erased: {} },
        signature: expect.any(String),
      })
    }))

  it('say what is wrong and what to do, show percent and no count, and leave nothing', () =>
    withLibrary(async (data, cwd) => {
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', data, ...argv], { cwd })
      expect(await glemsom('backup')).toMatchObject({ code: 2, problems: [expect.stringContaining('--keys-folder')] })
      expect(await glemsom('backup', data)).toMatchObject({
        code: 1,
        problems: [expect.stringContaining('is within the data folder or the ring. Name a folder on another device')],
      })
      const made = await glemsom('backup', 'sunday')
      expect(new Set(made.progressReports.map(({ total }) => total))).toEqual(new Set([100]))
      expect(await glemsom('inventory', 'sunday')).toMatchObject({ code: 1 })
      expect(await glemsom('restore', 'nowhere', '--to', 'restored')).toMatchObject({ code: 3 })
      const missing = await glemsom('restore', 'nowhere', '--to', 'restored', '--ring', path.join(data, 'ring'))
      expect(missing).toMatchObject({ code: 1, problems: [expect.stringContaining('has no manifest.json')] })
      expect(existsSync(path.join(cwd, 'restored'))).toBe(false)
    }))
})
