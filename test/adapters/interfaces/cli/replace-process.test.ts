import { writeFileSync } from 'node:fs'
import { main } from '../../../../adapters/composition/main'
import { listenOnCommandSocket } from '../../../../adapters/interfaces/cli/socket/listen-on-command-socket'
import { findListenProblem } from '../../../../adapters/interfaces/http/find-listen-problem'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { captureStderr, withBusyPort } from './serve-steps'

describe('the command serve --replace', () => {
  it('replaces no command that uses the folder, and frees its port', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder, { make: { clock: 'simulated', demo: true } })
      const port = await withBusyPort((busyPort) => Promise.resolve(busyPort))
      const argv = ['--data', folder, 'serve', '--try', '--replace', '--port', String(port)]
      const [code, written] = await captureStderr(() => main(argv))
      expect(written).toBe('The data folder is in use by another command. Wait for it to end.\n')
      expect(code).toBe(4)
      expect(await findListenProblem({ host: '127.0.0.1', port })).toBeUndefined()
      await library.close()
    }))

  it('leaves the process that serves as it is when it could not open the library itself, and says why', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder, { make: { clock: 'simulated', demo: true } })
      let isRequested = false
      const socket = await listenOnCommandSocket(folder, () => {
        isRequested = true
        return Promise.resolve(0)
      })
      const policy = `${folder}-policy.json`
      writeFileSync(policy, '{"versions":[')
      const replace = (...options: ReadonlyArray<string>) => captureStderr(() => main(['--data', folder, ...options]))
      for (const [code, words, options] of [
        [2, /has an error/, ['--policy', policy, 'serve', '--try', '--replace', '--port', '0']],
        [3, /no ring of wrapping keys/, ['serve', '--try', '--replace', '--port', '0', '--ring', `${folder}-nowhere`]],
      ] as const) {
        const [exit, written] = await replace(...options)
        expect(written).toMatch(words)
        expect(exit).toBe(code)
      }
      expect(isRequested).toBe(false)
      await socket.close()
      await library.close()
    }))

  it('replaces no process whose port it cannot share', () =>
    withBusyPort((port) =>
      withTemporaryFolder(async (folder) => {
        const library = await openLibraryIn(folder, { make: { clock: 'simulated', demo: true } })
        const argv = ['--data', folder, 'serve', '--try', '--replace', '--port', String(port)]
        const [code, written] = await captureStderr(() => main(argv))
        expect(written).toMatch(/^This port cannot be shared with the process that serves the folder/)
        expect(code).toBe(1)
        await library.close()
      }),
    ))
})
