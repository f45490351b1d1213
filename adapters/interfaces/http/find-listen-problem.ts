import { createServer } from 'node:net'
import type { ListenAddress } from './start-http-server'

const otherPort = (port: number): number => (port > 65_000 ? port - 111 : port + 111)

const toMessage =
  ({ host, port }: ListenAddress) =>
  (error: unknown): string => {
    const advice = `Choose another: npm start -- --port ${String(otherPort(port))}.`
    const { code = '' } = error as { readonly code?: string }
    switch (code) {
      case 'EADDRINUSE':
        return `Port ${String(port)} is in use. ${advice}`
      case 'EACCES':
        return `This user may not listen on port ${String(port)}. ${advice}`
      case 'ERR_SOCKET_BAD_PORT':
        return `There is no port ${String(port)}: ports run from 0 to 65535.`
      default:
        return `The server cannot listen on ${host}, port ${String(port)}. Choose another --host.`
    }
  }

/** Tries to listen on an address. Answers why that fails and what to do, or undefined when it works. */
export const findListenProblem = (address: ListenAddress): Promise<string | undefined> =>
  new Promise<undefined>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(address.port, address.host, () => server.close(() => resolve(undefined)))
  }).catch(toMessage(address))
