import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { main } from '../../../../adapters/composition/main'
import { cannotListen } from '../../../../adapters/interfaces/http/can-listen'
import { withFolder } from '../../../fixtures/system'

/** Something else listens on a port of its own. */
const besideAnother = async <A>(use: (port: number) => Promise<A>): Promise<A> => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  try {
    return await use((other.address() as AddressInfo).port)
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
}

/** What is written on the stream of problems meanwhile. */
const complaints = async <A>(work: () => Promise<A>): Promise<readonly [A, string]> => {
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

describe('serving', () => {
  it('says in a sentence that the port is in use, before it makes a library', () =>
    besideAnother((port) =>
      withFolder(async (folder) => {
        const argv = ['--data', folder, 'serve', '--try', '--port', String(port)]
        const [code, said] = await complaints(() => main(argv))
        expect(code).toBe(1)
        expect(said).toMatch(/^Port \d+ is in use\. Choose another: npm start -- --port \d+\.\n$/)
        expect(existsSync(folder)).toBe(false)
      }),
    ))

  it('knows a port that no machine has', async () => {
    expect(await cannotListen({ host: '127.0.0.1', port: 99_999 })).toBe(
      'There is no port 99999: ports run from 0 to 65535.',
    )
    expect(await cannotListen({ host: '127.0.0.1', port: 0 })).toBeUndefined()
  })
})

describe('every other command', () => {
  it('leaves the keys that interrupt it to the system', () =>
    withFolder(async (folder) => {
      const before = process.listenerCount('SIGINT')
      const [code] = await complaints(() => main(['--data', folder, 'keys', 'status']))
      expect(code).toBe(2)
      expect(process.listenerCount('SIGINT')).toBe(before)
    }))
})
