import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { createReceivedCommandLineRunner } from '../../../../adapters/interfaces/cli/create-cli'
import { forwardCommandToFolderOwner } from '../../../../adapters/interfaces/cli/socket/forward-command-to-folder-owner'
import {
  listenOnCommandSocket,
  type RunCommandLineForClient,
} from '../../../../adapters/interfaces/cli/socket/listen-on-command-socket'
import { socketPath } from '../../../../adapters/interfaces/cli/socket/socket-path'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { collectOutput } from './collect-output'
import { prepareTestImport, runCli } from './run-cli'
import { acquireTestCopy } from './acquire-test-copy'

const withCommandSocket = (folder: string, run: RunCommandLineForClient, use: () => Promise<void>): Promise<void> =>
  listenOnCommandSocket(folder, run).then(async (listening) => {
    try {
      await use()
    } finally {
      await listening.close()
    }
  })

const ownedByAnother = { isOwned: () => true }

describe('a process that serves a data folder', () => {
  it('runs the commands of other processes, and answers their output and exit codes', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await acquireTestCopy(library)
      await withCommandSocket(
        folder,
        createReceivedCommandLineRunner(prepareTestImport, library, () => true),
        async () => {
          expect(await runCli(['--data', folder, 'clock', 'forward', '2'], ownedByAnother)).toMatchObject({
            code: 0,
            lines: ["The library's clock stands on 2026-01-07."],
            progressReports: [expect.anything(), { what: 'Days', done: 2, total: 2 }],
          })
          expect(library.useCaseDependencies.commandHandling.clock.today()).toBe('2026-01-07')
          expect(await runCli(['--data', folder, 'clock', 'forward', '2020-01-01'], ownedByAnother)).toMatchObject({
            code: 1,
          })
        },
      )
      await library.close()
    })
  })

  it('lets one other process take its place, and refuses a second one', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      let requests = 0
      const endServing = () => (requests += 1) === 1
      const replace = () =>
        forwardCommandToFolderOwner(folder)({ argv: ['serve', '--replace'], cwd: '/' }, collectOutput())
      await withCommandSocket(
        folder,
        createReceivedCommandLineRunner(prepareTestImport, library, endServing),
        async () => {
          expect([await replace(), await replace()]).toEqual([0, 4])
        },
      )
      await library.close()
    })
  })

  it('accepts commands only from the user who owns the socket', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await withCommandSocket(
        folder,
        createReceivedCommandLineRunner(prepareTestImport, library, () => true),
        () => {
          expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600)
          return Promise.resolve()
        },
      )
      await library.close()
    })
  })

  it('answers a line that is not a request as wrong usage', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await withCommandSocket(
        folder,
        createReceivedCommandLineRunner(prepareTestImport, library, () => true),
        async () => {
          const answer = await new Promise<string>((resolve) => {
            const socket = connect(socketPath(folder))
            socket.setEncoding('utf8').on('data', (text) => resolve(String(text)))
            socket.write('{"argv": "rm"}\n')
          })
          expect(JSON.parse(answer)).toEqual({ exit: 2 })
        },
      )
      await library.close()
    })
  })

  it('reports an unexpected error without its message, and goes on serving', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      let times = 0
      const failsOnce: RunCommandLineForClient = (_request, out) => {
        times += 1
        if (times === 1) return Promise.reject(new Error('Anna'))
        out.writeLine('here')
        return Promise.resolve(0)
      }
      await withCommandSocket(folder, failsOnce, async () => {
        const first = await runCli(['--data', folder, 'keys', 'status'], ownedByAnother)
        expect(first.code).toBe(1)
        expect(first.problems.join()).not.toContain('Anna')
        expect(await runCli(['--data', folder, 'keys', 'status'], ownedByAnother)).toMatchObject({
          code: 0,
          lines: ['here'],
        })
      })
      await library.close()
    })
  })

  it('sends a long answer whole, however slowly the client reads it', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      const lineCount = 20_000
      let markAnswered = (): void => undefined
      const answered = new Promise<void>((resolve) => {
        markAnswered = resolve
      })
      const writesMuch: RunCommandLineForClient = (_request, out) => {
        for (let line = 0; line < lineCount; line += 1) out.writeLine('x'.repeat(100))
        setImmediate(markAnswered)
        return Promise.resolve(0)
      }
      await withCommandSocket(folder, writesMuch, async () => {
        const socket = connect({ path: socketPath(folder) })
        socket.write(`${JSON.stringify({ argv: [], cwd: '/' })}\n`)
        await answered
        const chunks: string[] = []
        for await (const chunk of socket.setEncoding('utf8')) chunks.push(String(chunk))
        const lines = chunks.join('').trimEnd().split('\n')
        expect(lines).toHaveLength(lineCount + 1)
        expect(lines.at(-1)).toBe('{"exit":0}')
      })
      await library.close()
    })
  })

  it('makes the client answer "unavailable" when it ends before its answer, and "in use" when it accepts no commands', async () => {
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      let commandArrived: () => void = () => undefined
      const arrival = new Promise<void>((resolve) => (commandArrived = resolve))
      const never: RunCommandLineForClient = () => {
        commandArrived()
        return new Promise(() => true)
      }
      const listening = await listenOnCommandSocket(folder, never)
      const answer = runCli(['--data', folder, 'keys', 'status'], ownedByAnother)
      await arrival
      await listening.close()
      expect(await answer).toMatchObject({ code: 3 })
      expect(await runCli(['--data', folder, 'keys', 'status'], ownedByAnother)).toMatchObject({ code: 4 })
      await library.close()
    })
  })
})
