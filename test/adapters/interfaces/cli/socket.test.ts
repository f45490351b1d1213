import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { runForClients } from '../../../../adapters/interfaces/cli/create-cli'
import { listenOnSocket, type RunHere } from '../../../../adapters/interfaces/cli/socket/listen'
import { socketIn } from '../../../../adapters/interfaces/cli/socket/place'
import { openIn, withFolder } from '../../../fixtures/system'
import { readLedger, said } from './cli'
import { acquireACopy } from './with-a-copy'

const served = (folder: string, run: RunHere, use: () => Promise<void>): Promise<void> =>
  listenOnSocket(folder, run).then(async (listening) => {
    try {
      await use()
    } finally {
      await listening.close()
    }
  })

const owned = { isOwned: () => true }

describe('a process that serves a data folder', () => {
  it('carries out the commands of others, and what they say and their exit codes come back', async () => {
    await withFolder(async (folder) => {
      const system = await openIn(folder)
      await acquireACopy(system)
      await served(folder, runForClients(readLedger, system), async () => {
        expect(await said(['--data', folder, 'clock', 'forward', '2'], owned)).toMatchObject({
          code: 0,
          lines: ["The library's clock stands on 2026-01-07."],
          told: [expect.anything(), { what: 'Days', done: 2, total: 2 }],
        })
        expect(system.library.desk.clock.today()).toBe('2026-01-07')
        expect(await said(['--data', folder, 'clock', 'forward', '2020-01-01'], owned)).toMatchObject({ code: 1 })
      })
      await system.close()
    })
  }, 60_000)

  it('takes commands from the owner of the socket alone', async () => {
    await withFolder(async (folder) => {
      const system = await openIn(folder)
      await served(folder, runForClients(readLedger, system), () => {
        expect(statSync(socketIn(folder)).mode & 0o777).toBe(0o600)
        return Promise.resolve()
      })
      await system.close()
    })
  })

  it('answers a line that is no request as wrong usage', async () => {
    await withFolder(async (folder) => {
      const system = await openIn(folder)
      await served(folder, runForClients(readLedger, system), async () => {
        const answer = await new Promise<string>((resolve) => {
          const socket = connect(socketIn(folder))
          socket.setEncoding('utf8').on('data', (text) => resolve(String(text)))
          socket.write('{"argv": "rm"}\n')
        })
        expect(JSON.parse(answer)).toEqual({ exit: 2 })
      })
      await system.close()
    })
  })

  it('tells of an unexpected error without its words, and serves on', async () => {
    await withFolder(async (folder) => {
      const system = await openIn(folder)
      let times = 0
      const failsOnce: RunHere = (_request, out) => {
        times += 1
        if (times === 1) return Promise.reject(new Error('Anna'))
        out.line('here')
        return Promise.resolve(0)
      }
      await served(folder, failsOnce, async () => {
        const first = await said(['--data', folder, 'keys', 'status'], owned)
        expect(first.code).toBe(1)
        expect(first.problems.join()).not.toContain('Anna')
        expect(await said(['--data', folder, 'keys', 'status'], owned)).toMatchObject({ code: 0, lines: ['here'] })
      })
      await system.close()
    })
  })

  it('leaves the client with "unavailable" when it goes away before it has answered, and with "in use" when it takes no commands', async () => {
    await withFolder(async (folder) => {
      const system = await openIn(folder)
      const never: RunHere = () => new Promise(() => undefined)
      const listening = await listenOnSocket(folder, never)
      const asked = said(['--data', folder, 'keys', 'status'], owned)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await listening.close()
      expect(await asked).toMatchObject({ code: 3 })
      expect(await said(['--data', folder, 'keys', 'status'], owned)).toMatchObject({ code: 4 })
      await system.close()
    })
  })
})
