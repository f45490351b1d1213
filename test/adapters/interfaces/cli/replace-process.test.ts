import { main } from '../../../../adapters/composition/main'
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
