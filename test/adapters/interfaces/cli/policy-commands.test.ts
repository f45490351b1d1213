import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createReceivedCommandLineRunner } from '../../../../adapters/interfaces/cli/create-cli'
import { openForCommand } from '../../../../adapters/composition/open-for-command'
import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { policySchemaDocument } from '../../../../adapters/stores/policy-file/policy-schema'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { collectOutput } from './collect-output'
import { fixturePath } from '../../imports/ledger/ledger-files'
import { prepareTestImport, runCli } from './run-cli'

const day = '2026-01-05' as Day
const openLibrary = openForCommand(createLogger({ write: () => undefined }))

/** Runs a test with a folder and a policy file beside it. */
const withPolicyFile = (text: string, use: (folder: string, file: string) => Promise<void>) =>
  withTemporaryFolder((folder) => {
    const file = path.join(path.dirname(folder), 'policy.json')
    writeFileSync(file, text)
    return use(folder, file)
  })

const limitOf = (loanLimit: number): string => JSON.stringify({ versions: [{ from: '2026-01-01', loanLimit }] })

describe('a policy file on the command line', () => {
  it('is checked without a library: no errors, or each of them by its place', () =>
    withPolicyFile(limitOf(0), async (_, file) => {
      const wrong = await runCli(['policy', 'check', file])
      expect(wrong.code).toBe(1)
      expect(wrong.problems.join('\n')).toMatch(/has an error:\n {2}\/versions\/0\/loanLimit: 0 is wrong/)
      writeFileSync(file, exampleOfPolicyFile)
      const right = await runCli(['policy', 'check', file])
      expect([right.code, right.lines.join()]).toEqual([
        0,
        expect.stringMatching(/has no errors.*2026-01-01, 2027-01-01/),
      ])
      expect(await runCli(['policy', 'check', `${file}.missing`])).toMatchObject({ code: 2 })
    }))

  it('is refused when it is not UTF-8, with the place, and may begin with a byte order mark', () =>
    withPolicyFile(`\ufeff${limitOf(3)}`, async (folder, file) => {
      expect(await runCli(['policy', 'check', file])).toMatchObject({ code: 0 })
      writeFileSync(file, Buffer.from('{\n  "branches": [{ "name": "B\xf8rnenes" }]\n}', 'latin1'))
      const refused = await runCli(['policy', 'check', file])
      expect(refused.code).toBe(1)
      expect(refused.problems.join()).toMatch(
        /not UTF-8: a byte is wrong at line 2, column 28\. Save the file as UTF-8/,
      )
      expect(await openLibrary(folder, { startOn: day, policyFile: file })).toMatchObject({
        left: { code: 2, message: expect.stringMatching(/line 2, column 28/) },
      })
    }))

  it('has a schema and an example that are printed', async () => {
    const schema = await runCli(['policy', 'schema'])
    expect(JSON.parse(schema.lines.join('\n'))).toEqual(policySchemaDocument)
    expect((await runCli(['policy', 'example'])).lines.join('\n')).toBe(exampleOfPolicyFile.trimEnd())
  })

  it('reaches the library that a command opens, from an option; the folder stores it for later commands', () =>
    withPolicyFile(limitOf(3), async (folder, file) => {
      await (await openLibraryIn(folder)).close()
      expect(await runCli(['--data', folder, '--policy', file, 'keys', 'status'], { openLibrary })).toMatchObject({
        code: 0,
      })
      const later = rightOrThrow(await openLibrary(folder, {}))
      expect(later.useCaseDependencies.policy(day).loanLimit).toBe(3)
      await later.close()
    }))

  it('that the folder has lost is missed: the library is opened only with a policy file again', () =>
    withPolicyFile(limitOf(3), async (folder, file) => {
      for (const options of [{ startOn: day }, { policyFile: file }, {}]) {
        const library = rightOrThrow(await openLibrary(folder, options))
        await library.close()
      }
      rmSync(path.join(folder, 'policy.json'))
      const message = expect.stringMatching(
        /policy\.json is missing, .* Put it back from a backup, or name .* --policy/,
      )
      expect(await openLibrary(folder, {})).toMatchObject({ left: { code: 2, message } })
      const again = rightOrThrow(await openLibrary(folder, { policyFile: file }))
      expect(again.useCaseDependencies.policy(day).loanLimit).toBe(3)
      await again.close()
    }))

  it('with errors leaves the stored one, and the library is not opened', () =>
    withPolicyFile(limitOf(3), async (folder, file) => {
      const first = rightOrThrow(await openLibrary(folder, { startOn: day, policyFile: file }))
      await first.close()
      writeFileSync(file, limitOf(-1))
      expect(await openLibrary(folder, { policyFile: file })).toMatchObject({ left: { code: 2 } })
      expect(readFileSync(path.join(folder, 'policy.json'), 'utf8')).toBe(limitOf(3))
    }))

  it('that names branches refuses an import for another branch, and says which there are', () =>
    withPolicyFile(exampleOfPolicyFile, async (folder, file) => {
      const ledger = [fixturePath('ledger-200.csv'), '--mapping', fixturePath('ledger-200.mapping.json')]
      const argv = ['--data', folder, '--policy', file, 'import', 'loans', ...ledger, '--branch', 'DK-785199']
      const refused = await runCli(argv, { openLibrary })
      expect(refused.code).toBe(1)
      expect(refused.problems.join()).toMatch(/no branch DK-785199\. Choose one of DK-785100 \(Main Library\)/)
    }))

  it('is refused for a library that is being served, which has its own', () =>
    withPolicyFile(limitOf(3), async (folder, file) => {
      const library = await openLibraryIn(folder)
      const output = collectOutput()
      const run = createReceivedCommandLineRunner(prepareTestImport, library, () => true)
      expect(await run({ argv: ['--policy', file, 'keys', 'status'], cwd: '/' }, output)).toBe(2)
      expect(output.problems.join()).toMatch(/Leave --policy out/)
      await library.close()
    }))

  it('in the environment is not used for a library that is being served, and the command says so', () =>
    withTemporaryFolder(async (folder) => {
      const served = { isOwned: () => true, policyInEnvironment: 'policy.json' }
      const { notices } = await runCli(['--data', folder, 'keys', 'status'], served)
      expect(notices.join()).toMatch(/POLICY is not used/)
      const without = await runCli(['--data', folder, 'keys', 'status'], { isOwned: () => true })
      expect(without.notices).toEqual([])
    }))

  it.each([['migrate'], ['log', 'repair'], ['grant', '--service', 'a', '--auditor', 'b'], ['policy', 'example']])(
    'is refused by a command that opens no library with a policy: %s %s',
    async (...command) => {
      const { code, problems } = await runCli(['--policy', 'policy.json', ...command])
      expect(code).toBe(2)
      expect(problems.join()).toMatch(/takes no --policy/)
    },
  )
})
