import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { main } from '../../../../adapters/composition/main'
import { findListenProblem } from '../../../../adapters/interfaces/http/find-listen-problem'
import { withTemporaryFolder } from '../../../fixtures/running-library'

/** Runs a test while another server listens on a port. */
const withBusyPort = async <A>(use: (port: number) => Promise<A>): Promise<A> => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  try {
    return await use((other.address() as AddressInfo).port)
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
}

/** The result of some work, and what it writes to stderr. */
const captureStderr = async <A>(work: () => Promise<A>): Promise<readonly [A, string]> => {
  const written: string[] = []
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  try {
    return [await work(), written.join('')]
  } finally {
    spy.mockRestore()
  }
}

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
