import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withTemporaryFolder, openLibraryIn } from '../../../fixtures/running-library'
import { acquireTestCopy } from './acquire-test-copy'
import { runCli } from './run-cli'

const commandLineIn =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    runCli(['--data', folder, ...argv])

describe('the date of a library that was down for days', () => {
  it('must be confirmed as the clock shows it; until then the status says that erasing is stopped and how to go on', () =>
    withTemporaryFolder(async (folder) => {
      const glemsom = commandLineIn(folder)
      const opened = await openLibraryIn(folder)
      await acquireTestCopy(opened)
      await opened.close()
      writeFileSync(path.join(folder, 'clock.json'), JSON.stringify({ today: '2026-01-15' }))

      const stopped = await glemsom('retention', 'status')
      expect(stopped.code).toBe(1)
      expect(stopped.lines.join('\n')).toContain(
        'Erasing is stopped: 10 days are not closed (2026-01-05 to 2026-01-14).',
      )
      expect(stopped.lines.join('\n')).toContain('glemsom retention run --confirm-date 2026-01-15')

      expect(await glemsom('clock', 'forward', '1')).toMatchObject({
        code: 1,
        problems: [expect.stringContaining('`glemsom retention status` says why and how to go on')],
      })

      const wrong = await glemsom('retention', 'run', '--confirm-date', '2026-01-14')
      expect(wrong).toMatchObject({
        code: 1,
        lines: [],
        problems: [
          expect.stringContaining("The date 2026-01-14 is not confirmed: the library's clock shows 2026-01-15"),
        ],
      })
      expect((await glemsom('retention', 'status')).lines.join('\n')).toContain('Erasing is stopped')

      const run = await glemsom('retention', 'run', '--confirm-date', '2026-01-15')
      expect(run.code).toBe(0)
      expect(run.progressReports.at(-1)).toEqual({ what: 'Days', done: 10, total: 10 })
      const after = await glemsom('retention', 'status')
      expect(after.code).toBe(0)
      expect(after.lines.join('\n')).not.toContain('Erasing is stopped')
    }))
})
