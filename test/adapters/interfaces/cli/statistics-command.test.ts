import type { Day } from '../../../../domain/values/day'
import { lendAndReturn } from '../../../e2e/hold-steps'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

const months = ['--from', '2026-01', '--until', '2026-12']

describe('glemsom statistics', () => {
  it('prints a table of the closed months, as lines, CSV or JSON', () =>
    withTemporaryFolder(async (folder) => {
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv])
      const opened = await openLibraryIn(folder)
      await lendAndReturn(opened)
      await moveClockTo(opened, '2026-02-01' as Day)
      await opened.close()

      expect((await glemsom('statistics', 'loansByMaterialGroup', ...months)).lines).toEqual([
        'month     value               count',
        '2026-01   standard                1',
      ])
      expect((await glemsom('statistics', 'loansByMaterialGroup', ...months, '--csv')).lines).toEqual([
        'month;value;count\r\n2026-01;standard;1\r',
      ])
      const printed = await glemsom('--json', 'statistics', 'loansByMunicipality', ...months)
      expect(JSON.parse(printed.lines[0] ?? '')).toEqual([{ month: '2026-01', cells: [] }])
    }))

  it('refuses a table that does not exist, and names those that do', async () => {
    const { code, problems } = await runCli(['statistics', 'returnsByAgeClass', ...months])
    expect([code, problems.join()]).toEqual([2, expect.stringContaining('returnsByBranch')])
  })
})
