import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** The address to listen on; port 0 takes a free port. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

/** A server that accepts requests. */
export interface RunningHttpServer {
  readonly url: string
  /**
   * Accepts no more requests, finishes those that run, and cuts connections that are left after `graceMs` (default
   * 10,000 ms).
   */
  readonly close: (graceMs?: number) => Promise<void>
}

const stopServer = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })

const urlOf = ({ host }: ListenAddress, server: Server): string => {
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How long an idle connection stays open, in ms: longer than the 60 s that reverse proxies usually keep one. */
const keepAliveMs = 65_000

/** Starts the server; rejects with Node's own error when the address is in use. The caller closes the library. */
export const startHttpServer = (app: Express, address: ListenAddress): Promise<RunningHttpServer> =>
  new Promise((resolve, reject) => {
    const server = createServer(app)
    server.requestTimeout = 30_000
    server.keepAliveTimeout = keepAliveMs
    server.once('error', reject)
    server.listen(address.port, address.host, () =>
      resolve({ url: urlOf(address, server), close: (graceMs = 10_000) => stopServer(server, graceMs) }),
    )
  })
