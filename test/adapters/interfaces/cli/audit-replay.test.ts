import type { Day } from '../../../../domain/values/day'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import { crashBranch, crashCopies } from '../../../crash/crash-library'
import { withPreparedFolder } from '../../../e2e/errors/prepared-folder'
import { damage } from '../../../e2e/damage/damage-event'
import { moveClockTo, nowOnce } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openingDay, openLibraryIn, withLibraryIn } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

const copy = crashCopies[0]!

const inFolder =
  (folder: string) =>
  (...argv: ReadonlyArray<string>) =>
    runCli(['--data', folder, ...argv], {
      openLibrary: async () => ({ _tag: 'Right', right: await openLibraryIn(folder, { alarm: () => undefined }) }),
    })

/** The copy is returned on the opening day, and the loan is erased 30 days later. */
const returnAndErase = (folder: string): Promise<void> =>
  withLibraryIn(folder, async (library) => {
    rightOrThrow(await returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })())
    await moveClockTo(library, '2026-02-20' as Day)
  })

describe('audit replay', () => {
  it('shows a loan that runs without who has it, and says that this is withheld', () =>
    withPreparedFolder(async (folder) => {
      const { code, lines } = await inFolder(folder)('audit', 'replay', 'copy', copy)
      expect(code).toBe(0)
      expect(lines).toEqual(expect.arrayContaining(['  state: OnLoan', '  borrower: withheld (loan)']))
    }))

  it('names the certificate of a loan that is erased, on a past day and event by event', () =>
    withPreparedFolder(async (folder) => {
      await returnAndErase(folder)
      const glemsom = inFolder(folder)
      const { lines } = await glemsom('audit', 'replay', 'copy', copy, '--revision', '1')
      const erased = /^ {2}borrower: erased, certificate ([0-9a-f-]{36})$/.exec(
        lines.find((line) => line.includes('borrower:')) ?? '',
      )
      expect((await glemsom('certificates', 'show', erased?.[1] ?? '')).code).toBe(0)
      const steps = await glemsom('audit', 'replay', 'copy', copy, '--steps')
      expect(steps.lines).toEqual(
        expect.arrayContaining([expect.stringMatching(/^ {4}2 {2}2026-01-\d\d {2}LoanReturned {2}position /)]),
      )
    }))

  it('says that an event is damaged, and goes on without it', () =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', `sealed = x''`, `type = 'LoanStarted' AND name = 'copy-${copy}'`)
      const { code, lines } = await inFolder(folder)('audit', 'replay', 'copy', copy, '--steps')
      expect([code, lines.includes('  DAMAGED: the code does not match')]).toEqual([0, true])
    }))

  it('compares two days, as JSON too', () =>
    withPreparedFolder(async (folder) => {
      await returnAndErase(folder)
      const days = ['--at', '2025-12-01', '--compare-with', '2026-02-01']
      const { code, lines } = await inFolder(folder)('--json', 'audit', 'replay', 'copy', copy, ...days)
      const { changes } = JSON.parse(lines.join('')) as { readonly changes: ReadonlyArray<{ readonly name: string }> }
      expect(code).toBe(0)
      expect(changes).toContainEqual({
        ...{ name: 'state', of: null, before: null, after: { status: 'plain', value: 'OnShelf' } },
      })
    }))

  it('refuses what does not go together, and finds nothing of a record that is not there', () =>
    withPreparedFolder(async (folder) => {
      const glemsom = inFolder(folder)
      const borrower = '00000000-0000-4000-8000-000000000000'
      expect((await glemsom('audit', 'replay', 'copy', copy, '--at', openingDay, '--revision', '1')).code).toBe(2)
      expect((await glemsom('audit', 'replay', 'borrower', borrower, '--position', '1')).code).toBe(2)
      expect((await glemsom('audit', 'replay', 'borrower', borrower)).code).toBe(1)
      expect((await glemsom('audit', 'replay', 'shelf', '1')).code).toBe(2)
    }))
})

describe('the lists of an auditor', () => {
  it('verify each certificate as it is listed, and name an altered one', () =>
    withPreparedFolder(async (folder) => {
      await returnAndErase(folder)
      const glemsom = inFolder(folder)
      const valid = await glemsom('audit', 'certificates')
      expect([valid.code, valid.lines.length > 0]).toEqual([0, true])
      expect(valid.lines.filter((line) => !line.endsWith('  valid'))).toEqual([])
      damage(
        folder,
        'circulation',
        `open = replace(open, 'loan', 'laan')`,
        `type = 'ScopesErased' AND open LIKE '%loan%'`,
      )
      const altered = await glemsom('audit', 'certificates')
      expect(altered.code).toBe(1)
      expect([...altered.lines, ...altered.problems].join('\n')).toMatch(/Not valid: circulation, stream erasure-/i)
      const damaged = await glemsom('audit', 'damaged')
      expect([damaged.code, damaged.lines.length]).toEqual([1, 1])
      expect(damaged.lines[0]).toMatch(/^circulation {2}erasure-[0-9a-f-]{36} {2}revision 1: the code does not match$/)
    }))

  it('say of holds until when they stand and not of what, and of looks how many there were', () =>
    withPreparedFolder(async (folder) => {
      const glemsom = inFolder(folder)
      expect((await glemsom('audit', 'holds')).code).toBe(0)
      expect((await glemsom('audit', 'damaged')).code).toBe(0)
      expect((await glemsom('audit', 'access', '--reason', 'Brev')).code).toBe(0)
    }))
})
