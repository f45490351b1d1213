import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { compiledProject } from '../../crash/compiled-project'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { withPreparedFolder } from './prepared-folder'
import { expectOpenError } from './open-error'

describe('a data folder that cannot be used', () => {
  it('has one owner, and opens again when that process has ended', () =>
    withPreparedFolder(async (folder) => {
      const other = spawn(process.execPath, [compiledProject.program('child/send-until-killed.js'), folder, '1'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const gone = once(other, 'close')
      try {
        const working = once(other.stdout, 'data')
        other.stdin.write('go\n')
        await working
        const { tag, words } = await expectOpenError(folder)
        expect(tag).toBe('FolderInUse')
        expect(words).toContain('in use by another process')
      } finally {
        other.kill('SIGKILL')
        await gone
      }
      await (await openLibraryIn(folder)).close()
    }))

  it.each([
    ['is not JSON', '{'],
    ['is empty', ''],
    ['names a clock that is unknown', '{"format":1,"clock":"lunar","demo":true}'],
    ['has an unknown member', '{"format":1,"clock":"simulated","demo":true,"more":1}'],
  ])('is refused when its description %s, and opens once it is repaired', (_, text) =>
    withPreparedFolder(async (folder) => {
      const file = path.join(folder, 'folder.json')
      const whole = readFileSync(file, 'utf8')
      writeFileSync(file, text)
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('FolderDamaged')
      expect(words).toContain('folder.json')
      writeFileSync(file, whole)
      await (await openLibraryIn(folder)).close()
    }),
  )

  it('is refused when its clock shows no valid day', () =>
    withPreparedFolder(async (folder) => {
      writeFileSync(path.join(folder, 'clock.json'), '{"today":"2026-02-30"}')
      expect(await expectOpenError(folder)).toMatchObject({ tag: 'FolderDamaged' })
    }))

  it('is refused in production when its clock is simulated', () =>
    withPreparedFolder(async (folder) => {
      const { tag, words } = await expectOpenError(folder, { production: true })
      expect(tag).toBe('SimulatedInProduction')
      expect(words).toContain('simulated clock')
      await (await openLibraryIn(folder)).close()
    }))

  it('is not created in production with a simulated clock', () =>
    withTemporaryFolder(async (folder) => {
      expect(await expectOpenError(folder, { production: true })).toMatchObject({ tag: 'SimulatedInProduction' })
      expect(existsSync(path.join(folder, 'folder.json'))).toBe(false)
    }))
})
