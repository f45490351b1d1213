import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net'
import { serveEachConnectionInOrder, type OrderedRequestListener } from './serve-each-connection-in-order'

/** The address to listen on; port 0 takes a free port. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

/** A server that accepts requests. */
interface RunningHttpServer {
  readonly url: string
  /**
   * Accepts no more connections, finishes the requests that run or arrive, closes idle connections, and cuts what is
   * left after `graceMs` (default 10,000 ms).
   */
  readonly close: (graceMs?: number) => Promise<void>
}

/** In ms. So long a request that was sent before the server stopped may still be on its way to it. */
const arrivalMs = 250

/** The open connections, with the bytes that each had received when its last answer was complete. */
type Connections = Map<Socket, number>

const trackConnections = (server: Server): Connections => {
  const connections: Connections = new Map()
  server.on('connection', (socket: Socket) => {
    connections.set(socket, 0)
    socket.once('close', () => connections.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    response.once('close', () => {
      if (connections.has(socket)) connections.set(socket, socket.bytesRead)
    }),
  )
  return connections
}

/** Closes connections on which no request runs and none has begun to arrive, until there are none. */
const closeIdleConnections = (connections: Connections, { isBusy }: OrderedRequestListener): void => {
  for (const [socket, bytesRead] of connections)
    if (!isBusy(socket) && socket.bytesRead <= bytesRead) socket.destroySoon()
}

const stopServer = (
  server: Server,
  serving: OrderedRequestListener,
  connections: Connections,
  graceMs: number,
): Promise<void> =>
  new Promise((resolve) => {
    serving.closeAfterAnswers()
    const closing = setInterval(() => closeIdleConnections(connections, serving), arrivalMs)
    const cut = setTimeout(() => {
      for (const [socket] of connections) socket.destroy()
    }, graceMs)
    // The server of HTTP cuts idle connections at once when it closes, also those with a request on the way.
    NetServer.prototype.close.call(server, () => {
      clearInterval(closing)
      clearTimeout(cut)
      server.close(() => resolve())
    })
  })

const urlOf = ({ host }: ListenAddress, server: Server): string => {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How long an idle connection stays open, in ms: longer than the 60 s that reverse proxies usually keep one. */
const keepAliveMs = 65_000

/** Whether another process of this user may listen on the same port: the one that replaces this process. */
const isPortShared = ({ port }: ListenAddress): boolean => process.platform === 'linux' && port !== 0

/** Starts the server; rejects with Node's own error when the address is in use. The caller closes the library. */
export const startHttpServer = (handle: RequestListener, address: ListenAddress): Promise<RunningHttpServer> =>
  new Promise((resolve, reject) => {
    const serving = serveEachConnectionInOrder(handle)
    const server = createServer(serving.serve)
    const connections = trackConnections(server)
    server.requestTimeout = 30_000
    server.keepAliveTimeout = keepAliveMs
    server.once('error', reject)
    server.listen({ ...address, reusePort: isPortShared(address) }, () =>
      resolve({
        url: urlOf(address, server),
        close: (graceMs = 10_000) => stopServer(server, serving, connections, graceMs),
      }),
    )
  })
