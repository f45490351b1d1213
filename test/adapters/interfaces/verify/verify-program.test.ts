import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays } from '../../../../domain/values/day'
import { compiledProject } from '../../../crash/compiled-project'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, openingDay, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'

const program = path.join(path.dirname(compiledProject.main), 'interfaces/verify/verify-export-main.js')

const runAndListFiles = `
process.on('exit', () => console.error('LOADED ' + JSON.stringify(Object.keys(require.cache))))
require(process.argv[1])`

/** Runs the program in a process of its own. Answers what it prints, and the files that it has loaded. */
const verify = (...argv: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', runAndListFiles, program, ...argv], {
    encoding: 'utf8',
  })
  const files = JSON.parse(/LOADED (.*)/.exec(stderr)?.[1] ?? '[]') as ReadonlyArray<string>
  return { status, stdout, problem: stderr.replace(/LOADED .*\n/, '').trim(), files }
}

/** An export of a small library, which has closed a month. */
const withExport = (use: (folder: string, data: string) => void): Promise<void> =>
  withTemporaryFolder(async (data) => {
    const library = await openLibraryIn(data)
    await acquireOneCopy(library)
    await registerNumberedBorrower(library, 1)
    rightOrThrow(await library.clock.moveTo(addDays(40)(openingDay), () => undefined)())
    const folder = path.join(path.dirname(data), 'export')
    rightOrThrow(await library.audit.exportTo(folder, () => undefined)())
    await library.close()
    use(folder, data)
  })

describe('glemsom-verify', () => {
  it('verifies an export with the public key, and loads no adapter but its own and no database', () =>
    withExport((folder) => {
      const { status, stdout, files } = verify(folder, '--key', path.join(folder, 'verifying-key.pem'))
      expect([status, stdout]).toEqual([0, expect.stringContaining('Result: complete.')])
      const adapters = files.filter((file) => file.includes('/dist/adapters/'))
      expect(adapters.filter((file) => !file.includes('/dist/adapters/interfaces/verify/'))).toEqual([])
      expect(files.filter((file) => file.includes('/node_modules/'))).toEqual(
        files.filter((file) => /\/node_modules\/(fp-ts|io-ts)\//.test(file)),
      )
    }))

  it('reads the key files themselves, and says so', () =>
    withExport((folder, data) => {
      const key = path.join(folder, 'verifying-key.pem')
      const { status, stdout } = verify(folder, '--key', key, '--keys', path.join(data, 'keys'))
      expect([status, stdout]).toEqual([0, expect.stringContaining('The living keys were read from the key files.')])
    }))

  it('exits with 1 when the list is signed by another library, and prints JSON when asked', () =>
    withExport((folder) => {
      const key = path.join(folder, 'other-library.pem')
      writeFileSync(key, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))
      const { status, stdout } = verify(folder, '--key', key, '--json')
      expect([status, JSON.parse(stdout)]).toEqual([1, { _tag: 'ListIsInvalid', because: 'wrongSignature' }])
    }))

  it('exits with 2 and says what is wrong when it is called wrongly or cannot read a file', () =>
    withExport((folder) => {
      const key = path.join(folder, 'verifying-key.pem')
      expect(verify()).toMatchObject({ status: 2, problem: expect.stringContaining('Usage: glemsom-verify EXPORT') })
      expect(verify(folder, '--no-such-option')).toMatchObject({ status: 2 })
      expect(verify('/no/such/folder', '--key', key)).toMatchObject({
        status: 2,
        problem: '/no/such/folder/living-scopes.txt cannot be read',
      })
      const list = path.join(folder, 'living-scopes.txt')
      expect(verify(folder, '--key', list)).toMatchObject({
        status: 2,
        problem: `${list} is not a public key in PEM: "glemsom certificates key" prints it`,
      })
      writeFileSync(path.join(folder, 'persons.jsonl'), 'hello\n')
      expect(verify(folder, '--key', key)).toMatchObject({
        status: 2,
        problem: `${path.join(folder, 'persons.jsonl')}: line 1 is not a line of an export`,
      })
    }))
})
