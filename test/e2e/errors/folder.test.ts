import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { compiled } from '../../crash/compiled'
import { openIn, withFolder } from '../../fixtures/system'
import { withFurnished } from './furnished'
import { whyShut } from './opening'

describe('a data folder that cannot be used', () => {
  it('has one owner, and opens again as soon as that process is gone', () =>
    withFurnished(async (folder) => {
      const code = compiled()
      const other = spawn(process.execPath, [code.program('child/main.js'), folder, '1'], {
        env: code.environment,
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const gone = once(other, 'close')
      try {
        const working = once(other.stdout, 'data')
        other.stdin.write('go\n')
        await working
        const { tag, words } = await whyShut(folder)
        expect(tag).toBe('FolderInUse')
        expect(words).toContain('in use by another process')
      } finally {
        other.kill('SIGKILL')
        await gone
        code.remove()
      }
      await (await openIn(folder)).close()
    }))

  it.each([
    ['is not JSON', '{'],
    ['is empty', ''],
    ['names a clock that is unknown', '{"format":1,"clock":"lunar","demo":true}'],
    ['is of a later format', '{"format":2,"clock":"simulated","demo":true}'],
    ['says more than it should', '{"format":1,"clock":"simulated","demo":true,"more":1}'],
  ])('is refused when its description %s, and opens once it is mended', (_, text) =>
    withFurnished(async (folder) => {
      const file = path.join(folder, 'folder.json')
      const whole = readFileSync(file, 'utf8')
      writeFileSync(file, text)
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('FolderDamaged')
      expect(words).toContain('folder.json')
      writeFileSync(file, whole)
      await (await openIn(folder)).close()
    }),
  )

  it('is refused when its clock does not tell a day', () =>
    withFurnished(async (folder) => {
      writeFileSync(path.join(folder, 'clock.json'), '{"today":"2026-02-30"}')
      expect(await whyShut(folder)).toMatchObject({ tag: 'FolderDamaged' })
    }))

  it('is refused in production when its clock is simulated', () =>
    withFurnished(async (folder) => {
      const { tag, words } = await whyShut(folder, { production: true })
      expect(tag).toBe('SimulatedInProduction')
      expect(words).toContain('simulated clock')
      await (await openIn(folder)).close()
    }))

  it('is not made in production with a simulated clock', () =>
    withFolder(async (folder) => {
      expect(await whyShut(folder, { production: true })).toMatchObject({ tag: 'SimulatedInProduction' })
      expect(existsSync(path.join(folder, 'folder.json'))).toBe(false)
    }))
})
