import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { administratorUser, staffUser, withHttpServer } from '../with-http-server'
import { servedDescription } from '../check-against-openapi'

const root = path.join(__dirname, '..', '..', '..', '..', '..')
const programs = path.join(root, 'node_modules')

/** What a strict client author asks of the compiler. */
const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: 'nodenext',
  target: 'es2023',
  lib: ['es2023', 'dom'],
  types: ['node'],
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
}

interface Ended {
  readonly code: number | null
  readonly printed: string
}

const run = (folder: string, args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const program = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } })
    let printed = ''
    program.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    program.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    program.once('close', (code) => resolve({ code, printed }))
  })

/** Makes the types of a client and places the tour beside them: inside the project, where packages are found. */
const withClient = async (use: (folder: string) => Promise<void>): Promise<void> => {
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  const folder = mkdtempSync(path.join(root, 'dist', 'typed-client-'))
  try {
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(servedDescription))
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['tour.mts'] }))
    copyFileSync(path.join(__dirname, 'tour.mts'), path.join(folder, 'tour.mts'))
    const generator = path.join(programs, 'openapi-typescript', 'bin', 'cli.js')
    expect(await run(folder, [generator, 'openapi.json', '--output', 'openapi-types.ts'])).toMatchObject({ code: 0 })
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a client whose types are made from the description', () => {
  it('passes the strict compiler and runs the tour', () =>
    withClient(async (folder) => {
      const compiler = path.join(programs, 'typescript', 'bin', 'tsc')
      expect(await run(folder, [compiler, '--project', 'tsconfig.json'])).toEqual({ code: 0, printed: '' })
      await withHttpServer(async ({ url, issuer }) => {
        const tokens = {
          BASE_URL: url,
          STAFF: await issuer.tokenFor(staffUser),
          ADMINISTRATOR: await issuer.tokenFor(administratorUser),
        }
        const { code, printed } = await run(folder, ['--no-warnings', 'tour.mts'], tokens)
        expect({ code, printed }).toMatchObject({ code: 0 })
        expect(JSON.parse(printed)).toEqual({
          dueOn: '2026-02-04',
          refused: 'copyOnLoan',
          today: '2026-03-07',
          owed: 23000,
          next: null,
          ready: 1,
          owedAfterPayment: 0,
          gone: 404,
        })
      })
    }))
})
