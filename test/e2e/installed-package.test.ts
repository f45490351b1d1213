import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(__dirname, '..', '..')

/** Packs the project as it is published, and installs the package alone into an empty folder. */
const installed = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-installed-'))
  const npm = (cwd: string, ...args: ReadonlyArray<string>) =>
    execFileSync('npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  npm(root, 'pack', '--pack-destination', folder)
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', path.join(folder, archive!))
  return folder
}

describe('the package, installed in an empty folder', () => {
  let folder: string
  const glemsom = (...args: ReadonlyArray<string>): string =>
    execFileSync(process.execPath, [path.join(folder, 'node_modules/glemsom/dist/adapters/main.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  beforeAll(() => {
    folder = installed()
  })

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('brings a command that explains itself', () => {
    expect(readdirSync(path.join(folder, 'node_modules/.bin'))).toContain('glemsom')
    expect(glemsom('--help')).toContain('serve')
  })

  it('holds nothing of the tests', () => {
    expect(readdirSync(path.join(folder, 'node_modules/glemsom/dist'))).toEqual(
      expect.not.arrayContaining(['test', 'test-results.json']),
    )
  })

  it('imports a ledger', () => {
    const ledger = path.join(root, 'test/fixtures/ledger-200.csv')
    const mapping = path.join(root, 'test/fixtures/ledger-200.mapping.json')
    const printed = glemsom('--data', path.join(folder, 'ledger'), 'import', 'loans', ledger, '--mapping', mapping)
    expect(printed).toMatch(/File and library +agree/)
  })

  it('brings a program that verifies an export of that library, with the public key alone', () => {
    const exported = path.join(folder, 'export')
    glemsom('--data', path.join(folder, 'ledger'), 'audit', 'export', exported)
    const bin = path.join(folder, 'node_modules/.bin/glemsom-verify')
    const verifying = [bin, exported, '--key', path.join(exported, 'verifying-key.pem')]
    expect(execFileSync(process.execPath, verifying, { encoding: 'utf8' })).toContain('Was anything kept too long? No.')
  })

  it('serves a library', async () => {
    const main = path.join(folder, 'node_modules/glemsom/dist/adapters/main.js')
    const data = path.join(folder, 'served')
    const server = spawn(process.execPath, [main, '--data', data, 'serve', '--try', '--empty', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const url = await new Promise<string>((resolve, reject) => {
      let printed = ''
      server.once('exit', () => {
        reject(new Error(`the service ended: ${printed}`))
      })
      server.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const address = /Glemsom is up, on (http:\S+)/.exec(printed)?.[1]
        if (address !== undefined) resolve(address)
      })
    })
    try {
      expect((await fetch(`${url}/health`)).status).toBe(200)
      expect((await fetch(`${url}/docs`)).status).toBe(200)
      expect((await fetch(`${url}/pages/statement.css`)).status).toBe(200)
    } finally {
      server.removeAllListeners('exit').kill('SIGTERM')
    }
  })
})
