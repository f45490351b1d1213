import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** Where to listen; port 0 takes a free one. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** A server that is up. */
export interface Listening {
  readonly url: string
  /** Takes no more requests, and finishes those that run: connections are cut after so many ms. */
  readonly close: (patience?: number) => Promise<void>
}

const stop = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })

const addressOf = ({ host }: Place, server: Server): string => {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Ms for which an idle connection is kept: longer than the minute that those who stand in front usually keep one. */
const idle = 65_000

/** Starts to serve; rejects with Node's own error when the place is taken. Closing the system is the caller's. */
export const listen = (app: Express, place: Place): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer(app)
    server.requestTimeout = 30_000
    server.keepAliveTimeout = idle
    server.once('error', reject)
    server.listen(place.port, place.host, () =>
      resolve({ url: addressOf(place, server), close: (patience = 10_000) => stop(server, patience) }),
    )
  })
