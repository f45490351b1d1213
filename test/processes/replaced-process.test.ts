import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { withTemporaryFolder } from '../fixtures/running-library'
import { runSelfServiceMachine, type MachineReplies } from './self-service-machine'
import { startServiceProcess, type ServiceProcess } from './service-process'
import { startTokenIssuer, type TokenIssuer } from './token-issuer'

let issuer: TokenIssuer

beforeAll(async () => {
  issuer = await startTokenIssuer()
})
afterAll(() => issuer.stop())

const findFreePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(String(port)))
    })
  })

/** Starts services of one library in a folder, all on the same port, and kills at the end those that are left. */
const withServices = (use: (start: (options: ReadonlyArray<string>) => Promise<ServiceProcess>) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    const port = await findFreePort()
    const started: ServiceProcess[] = []
    try {
      await use(async (options) => {
        const service = await startServiceProcess(issuer)({
          name: `service ${String(started.length + 1)}`,
          folder: path.join(folder, 'data'),
          ring: path.join(folder, 'ring'),
          environment: {},
          serveOptions: ['--port', port, ...options],
        })
        started.push(service)
        return service
      })
    } finally {
      await Promise.all(started.map(({ kill }) => kill()))
    }
  })

describe('a service process that another one replaces', () => {
  it('ends without refusing, losing or repeating a request, twice in turn, and the other one answers from then on', () =>
    withServices(async (start) => {
      const first = await start([])
      const replies: MachineReplies = { completedCopies: [], unavailableReplies: [], unexpectedReplies: [] }
      let isStopped = false
      const machines = Promise.all(
        Array.from({ length: 3 }, () => runSelfServiceMachine(first, replies, () => isStopped)),
      )
      const completeMore = async (copies: number): Promise<void> => {
        const wanted = replies.completedCopies.length + copies
        while (replies.completedCopies.length < wanted) await new Promise(setImmediate)
      }
      await completeMore(5)
      const second = await start(['--replace'])
      expect(await first.ended).toBe(0)
      await completeMore(5)
      await start(['--replace'])
      expect(await second.ended).toBe(0)
      await completeMore(5)
      isStopped = true
      await machines
      expect(replies.unavailableReplies).toEqual([])
      expect(replies.unexpectedReplies).toEqual([])
      expect(new Set(replies.completedCopies).size).toBe(replies.completedCopies.length)
    }))
})
