import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { main } from '../../../../adapters/composition/main'
import type { OpenRunningLibraryOptions } from '../../../../adapters/composition/open-running-library-options'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { markMovedToServers } from '../../../../adapters/stores/data-folder/moved-to-servers'
import { makeKekRingInFiles } from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { findListenProblem } from '../../../../adapters/interfaces/http/find-listen-problem'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { fixturePath } from '../../imports/ledger/ledger-files'
import { captureStderr, withBusyPort } from './serve-steps'

describe('the command serve', () => {
  it('reports that the port is in use before it creates a library', () =>
    withBusyPort((port) =>
      withTemporaryFolder(async (folder) => {
        const argv = ['--data', folder, 'serve', '--try', '--port', String(port)]
        const [code, written] = await captureStderr(() => main(argv))
        expect(code).toBe(1)
        expect(written).toMatch(/^Port \d+ is in use\. Choose another: npm start -- --port \d+\.\n$/)
        expect(existsSync(folder)).toBe(false)
      }),
    ))

  const withoutIssuer = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
    Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GLEMSOM_')))

  it.each([
    [
      'without the settings of an issuer',
      ['serve'],
      {},
      2,
      /^Set GLEMSOM_ISSUER, GLEMSOM_AUDIENCE and GLEMSOM_KEYS_URL/,
    ],
    [
      'with an issuer whose keys have no valid URL',
      ['serve'],
      { GLEMSOM_ISSUER: 'i', GLEMSOM_AUDIENCE: 'a', GLEMSOM_KEYS_URL: 'keys' },
      2,
      /^GLEMSOM_KEYS_URL is not a URL/,
    ],
    ['as a demo in production', ['serve', '--try', '--port', '0'], { NODE_ENV: 'production' }, 1, /production/],
    ['with only one address of a server', ['--keys', 'postgres://k/k', 'serve', '--try'], {}, 2, /CIRCULATION/],
  ] as const)('refuses to start %s, before it creates a library', (_, command, settings, expectedCode, message) =>
    withTemporaryFolder(async (folder) => {
      const environment = { ...process.env }
      process.env = { ...withoutIssuer(environment), ...settings }
      const [code, written] = await captureStderr(() => main(['--data', folder, ...command])).finally(() => {
        process.env = environment
      })
      expect(written).toMatch(message)
      expect(code).toBe(expectedCode)
      expect(existsSync(folder)).toBe(false)
    }),
  )

  it.each([
    [
      'with errors, which it names',
      '{"versions":[{"from":"2026-01-01","loanLimit":0}]}',
      /versions\/0\/loanLimit: 0 is/,
    ],
    ['that does not exist', undefined, /cannot be read/],
  ])('refuses a policy file %s, before it creates a library', (_, text, message) =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'policy.json')
      if (text !== undefined) writeFileSync(file, text)
      const argv = ['--data', folder, '--policy', file, 'serve', '--try', '--port', '0']
      const [code, written] = await captureStderr(() => main(argv))
      expect(written).toMatch(message)
      expect(code).toBe(2)
      expect(existsSync(folder)).toBe(false)
    }),
  )

  it('refuses a ring that other users can read, before it creates a library', () =>
    withTemporaryFolder(async (folder) => {
      const ring = path.join(folder, 'ring')
      rightOrThrow(await makeKekRingInFiles(ring)())
      chmodSync(ring, 0o755)
      const library = path.join(folder, 'library')
      const argv = ['--data', library, 'serve', '--try', '--port', '0', '--ring', ring]
      const [code, written] = await captureStderr(() => main(argv))
      expect(written).toMatch(/^Other users than the owner can read the ring/)
      expect(code).toBe(3)
      expect(existsSync(library)).toBe(false)
    }))

  describe('with --try', () => {
    type Options = Partial<OpenRunningLibraryOptions>
    const addresses = ['--circulation', 'postgres://c/c', '--persons', 'postgres://p/p', '--keys', 'postgres://k/k']
    const makeFolder = async (folder: string, options: Options): Promise<void> => {
      const library = await openLibraryIn(folder, options)
      await library.close()
    }
    const serveTry = (folder: string, ...more: ReadonlyArray<string>) =>
      captureStderr(() => main(['--data', folder, ...more, 'serve', '--try', '--port', '0']))

    it.each<readonly [string, Options]>([
      ['an import', { make: { clock: 'simulated', demo: false } }],
      ['an import in bulk', { make: { clock: 'simulated', demo: false }, inBulk: true }],
      ['a service in production', { make: { clock: 'real', demo: false }, production: true }],
    ])('lets no demo user into a library that %s made, and changes nothing', (_, options) =>
      withTemporaryFolder(async (folder) => {
        await makeFolder(folder, options)
        const [code, written] = await serveTry(folder)
        expect(written).toMatch(/was not made as a demo, so demo users must not be let in/)
        expect(code).toBe(2)
      }),
    )

    it('lets no demo user into a library on servers: neither by a new folder, nor by the folder that was moved', () =>
      withTemporaryFolder(async (folder) => {
        const [code, written] = await serveTry(folder, ...addresses)
        expect(written).toMatch(/^Servers may hold real data/)
        expect(code).toBe(2)
        expect(existsSync(folder)).toBe(false)
        await makeFolder(folder, { make: { clock: 'real', demo: false } })
        markMovedToServers(dataFolderLayout(folder))
        const [again, message] = await serveTry(folder, ...addresses)
        expect(message).toMatch(/was not made as a demo/)
        expect(again).toBe(2)
      }))

    it('lets no demo user into real data that is imported into a demo: the import is refused', () =>
      withTemporaryFolder(async (folder) => {
        await makeFolder(folder, { make: { clock: 'simulated', demo: true } })
        const ledger = ['import', 'loans', fixturePath('ledger-200.csv')]
        const mapping = ['--mapping', fixturePath('ledger-200.mapping.json')]
        const [code, written] = await captureStderr(() => main(['--data', folder, ...ledger, ...mapping]))
        expect(written).toMatch(/This library was made as a demo/)
        expect(code).toBe(1)
        const table = path.join(path.dirname(folder), 'borrowers.csv')
        writeFileSync(table, 'name,cpr,birthDate,group,municipality,homeBranch,language,card\nAnna,,1980-02-03,adult,,DK-785100,da,2111111111\n') // prettier-ignore
        const [again, refusal] = await captureStderr(() => main(['--data', folder, 'import', 'borrowers', table]))
        expect(refusal).toMatch(/This library was made as a demo/)
        expect(again).toBe(1)
      }))
  })

  it('reports a port number that is too large', async () => {
    expect(await findListenProblem({ host: '127.0.0.1', port: 99_999 })).toBe(
      'There is no port 99999: ports run from 0 to 65535.',
    )
    expect(await findListenProblem({ host: '127.0.0.1', port: 0 })).toBeUndefined()
  })
})

describe('every other command', () => {
  it('installs no handler for SIGINT', () =>
    withTemporaryFolder(async (folder) => {
      const before = process.listenerCount('SIGINT')
      const [code] = await captureStderr(() => main(['--data', folder, 'keys', 'status']))
      expect(code).toBe(2)
      expect(process.listenerCount('SIGINT')).toBe(before)
    }))
})
