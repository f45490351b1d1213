import { withTemporaryFolder, openLibraryIn } from '../../../fixtures/running-library'
import { lendAndReturn } from '../../../e2e/hold-steps'
import { runCli } from './run-cli'

describe('glemsom holds', () => {
  it('sets a hold on a record, lists it with its reason, prolongs and releases it', () =>
    withTemporaryFolder(async (folder) => {
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv])
      const opened = await openLibraryIn(folder)
      const { loan } = await lendAndReturn(opened)
      await opened.close()
      const who = ['--by', 'Jens Jensen', '--why', 'Anmodning fra politiet']
      expect(await glemsom('holds', 'list')).toMatchObject({ code: 0, lines: [] })

      const set = await glemsom('--json', 'holds', 'set', loan, '--until', '2026-03-31', '--case', '2026-17', ...who)
      expect(set.code).toBe(0)
      const { hold } = JSON.parse(set.lines[0] ?? '{}') as { readonly hold: string }
      const listed = await glemsom('holds', 'list')
      expect(listed.lines).toEqual([
        `${hold}  until 2026-03-31  loan ${loan}  2026-17  Jens Jensen: Anmodning fra politiet  not to be told`,
      ])
      expect((await glemsom('retention', 'status')).lines.join('\n')).toMatch(/Holds in force +1/)

      expect(await glemsom('holds', 'prolong', hold, '--until', '2026-03-30', ...who)).toMatchObject({
        code: 1,
        problems: ['A legal hold ends on the last day of a month, today or later, and at the latest on 2027-01-31.'],
      })
      expect((await glemsom('holds', 'prolong', hold, '--until', '2026-06-30', ...who)).code).toBe(0)
      expect((await glemsom('holds', 'release', hold, ...who)).code).toBe(0)
      expect(await glemsom('holds', 'release', hold, ...who)).toMatchObject({ code: 1 })
      expect((await glemsom('holds', 'list')).lines.join()).toContain('released on 2026-01-05')
    }))

  it('sets a hold of which the borrower is told, and says so for review; half of what is told is refused', () =>
    withTemporaryFolder(async (folder) => {
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv])
      const opened = await openLibraryIn(folder)
      const { loan } = await lendAndReturn(opened)
      await opened.close()
      const set = ['holds', 'set', loan, '--until', '2026-03-31', '--case', '2026-17', '--by', 'Jens', '--why', 'Klage']
      const basis = ['--basis-for-borrower', 'GDPR artikel 17']
      const reason = ['--reason-for-borrower', 'Du har klaget']
      expect(await glemsom(...set, ...basis)).toMatchObject({ code: 1, lines: [] })
      expect((await glemsom(...set, ...basis, ...reason)).code).toBe(0)
      const listed = (await glemsom('holds', 'list')).lines.join()
      expect(listed).toContain('the borrower is told: Du har klaget (GDPR artikel 17)')
    }))
})
