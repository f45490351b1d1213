import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { usage } from '../../../../adapters/interfaces/verify/command-line'
import { shellBlocksIn } from '../../../e2e/readme-snippets'
import { changeEvents, exampleExportForTests, nothingFound, withCopy } from './example-export'
import { headFile, headSizes, makeWitness } from './sign-export-again'

const source = path.join(__dirname, '../../../../adapters/interfaces/verify')

/** Packs the program as a package of its own, and unpacks it in a folder that has nothing else. */
const unpackedProgram = (folder: string): string => {
  const npmPack = ['pack', '--pack-destination', folder, '--loglevel=error']
  execFileSync('npm', npmPack, { cwd: source, stdio: ['ignore', 'ignore', 'pipe'] })
  const [archive] = readdirSync(folder)
  execFileSync('tar', ['-xf', archive!], { cwd: folder })
  return path.join(folder, 'package')
}

const runAndListFiles = `
process.on('exit', () => console.error('LOADED ' + JSON.stringify(Object.keys(require.cache))))
require(process.argv[1])`

describe('glemsom-verify, packed and unpacked on another machine', () => {
  const { example } = exampleExportForTests()
  let folder: string
  let program: string

  /** Runs the program in a process of its own. Answers what it prints, and the files that it has loaded. */
  const verify = (...argv: ReadonlyArray<string>) => {
    const main = path.join(program, 'dist/verify-export-main.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', runAndListFiles, main, ...argv], {
      encoding: 'utf8',
      cwd: folder,
    })
    const files = JSON.parse(/LOADED (.*)/.exec(stderr)?.[1] ?? '[]') as ReadonlyArray<string>
    return { status, stdout, problem: stderr.replace(/LOADED .*\n/, '').trim(), files }
  }

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glemsom-verifier-'))
    program = unpackedProgram(folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('has its sources, its program and its page, and nothing else', () => {
    const names = readdirSync(program)
    expect(names).toEqual(expect.arrayContaining(['README.md', 'dist', 'package.json', 'verify-export.ts']))
    expect(names.filter((name) => !/^(README\.md|dist|package\.json|[a-z-]+\.ts)$/.test(name))).toEqual([])
  })

  it('runs as its page says', () => {
    const page = readFileSync(path.join(program, 'README.md'), 'utf8')
    const place = (name: string, from: string): void => cpSync(from, path.join(folder, name), { recursive: true })
    for (const name of ['export-2026-05', 'export-2026-04']) place(name, example().folder)
    place('library.pem', example().key)
    place('keys', path.join(example().data, 'keys'))
    const [, newest = 0] = headSizes(example().folder, 'circulation').toReversed()
    const { keyLine, cosign } = makeWitness()
    const head = readFileSync(headFile(example().folder, 'circulation', newest), 'utf8')
    writeFileSync(path.join(folder, 'witnesses.txt'), keyLine)
    writeFileSync(path.join(folder, 'head-from-witness.txt'), cosign(head, 1_776_000_000))
    const command = `glemsom-verify() { node package/dist/verify-export-main.js "$@"; }`
    for (const block of shellBlocksIn(page)) {
      const { status, stdout, stderr } = spawnSync('bash', ['-ec', `${command}\n${block}`], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(
        block.includes('--json') ? '"altered":"no"' : 'Was anything altered, and since when? No.',
      )
    }
    expect(shellBlocksIn(page)).toHaveLength(2)
  })

  it('has a page that names each option, each file of an export, each member of a rule and each finding', () => {
    const page = readFileSync(path.join(program, 'README.md'), 'utf8')
    const optionNames = [...usage.matchAll(/--[a-z]+/g)].map(([name]) => name)
    const files = readdirSync(example().folder).map((name) => (name === 'heads' ? 'heads/keys' : name))
    const [rule = ''] = readFileSync(path.join(program, 'dist/deletion-rules.jsonl'), 'utf8').split('\n')
    const members = Object.keys(JSON.parse(rule) as object).filter((name) => name !== 'class' && name !== 'log')
    const texts = readFileSync(path.join(program, 'finding-texts.ts'), 'utf8')
    const findings = [...(/scopeProblems[^{]*\{([^}]*)\}/.exec(texts)?.[1] ?? '').matchAll(/^ {2}(\w+):/gm)].map(
      ([, name]) => name,
    )
    expect([optionNames.length > 6, files.length, members.length > 7, findings.length]).toEqual([true, 8, true, 8])
    for (const name of [...optionNames, ...files, ...members, ...findings]) expect(page).toContain(name)
  })

  it('verifies an export with the public key, exits with 0, and loads nothing but its own files', () => {
    const { status, stdout, problem, files } = verify(example().folder, '--key', example().key)
    expect([status, problem]).toEqual([0, ''])
    expect(stdout).toContain('Was anything altered, and since when? No.')
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => !file.startsWith(`${program}/`))).toEqual([])
  })

  it('reads copies of the key files with the SQLite of Node', () => {
    const { status, stdout, files } = verify(
      example().folder,
      '--key',
      example().key,
      '--keys',
      path.join(example().data, 'keys'),
    )
    expect([status, stdout]).toEqual([0, expect.stringContaining('Living keys: those of the key files.')])
    expect(files.filter((file) => !file.startsWith(`${program}/`))).toEqual([])
    expect(readdirSync(path.join(example().data, 'keys')).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
  })

  it('exits with 1 when it finds something, and prints JSON when asked', () =>
    withCopy(example().folder, (copy) => {
      changeEvents(copy, 'circulation', (lines) => lines.slice(1))
      const { status, stdout } = verify(copy, '--key', example().key, '--json')
      expect([status, JSON.parse(stdout)]).toEqual([
        1,
        expect.objectContaining({
          answers: { ...nothingFound, altered: 'yes' },
          alteredEvents: 1,
        }),
      ])
    }))

  it('exits with 2 and says what is wrong when it is called wrongly or cannot read a file', () =>
    withCopy(example().folder, (copy) => {
      const key = example().key
      const list = path.join(copy, 'living-scopes.txt')
      const rsa = path.join(copy, 'rsa.pem')
      writeFileSync(
        rsa,
        generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }),
      )
      for (const [argv, problem] of [
        [[], /^Usage: glemsom-verify EXPORT/],
        [[copy], /^Usage: glemsom-verify EXPORT/],
        [[copy, '--no-such-option'], /no-such-option/],
        [['/no/such/folder', '--key', key], /^\/no\/such\/folder\/living-scopes\.txt cannot be read$/],
        [[copy, '--key', list], /living-scopes\.txt has no public key of a library/],
        [[copy, '--key', rsa], /rsa\.pem has no public key of a library/],
        [[copy, '--key', key, '--witness', key], /has no keys of witnesses/],
        [[copy, '--key', key, '--known', list], /is not a signed head of this library/],
        [[copy, '--key', key, '--known', '/no/such/folder'], /^\/no\/such\/folder does not exist/],
        [[copy, '--key', key, '--keys', copy], /keys-circulation\.db cannot be read/],
        [[copy, '--key', key, '--rules', list], /has no deletion rules/],
      ] as ReadonlyArray<readonly [ReadonlyArray<string>, RegExp]>)
        expect(verify(...argv)).toMatchObject({ status: 2, problem: expect.stringMatching(problem) })
      writeFileSync(list, 'hello\n')
      expect(verify(copy, '--key', key)).toMatchObject({ status: 2, problem: expect.stringContaining('older export') })
    }))
})
