import { withKurrentStandIns } from '../fixtures/kurrentdb/with-kurrent-stand-ins'
import type { PostgresServer } from '../fixtures/postgres/postgres-server'
import { withOwnPostgres, withPostgres } from '../fixtures/postgres/with-postgres'
import { startTokenIssuer, type TokenIssuer } from './token-issuer'
import { withTwoServiceProcesses, type TwoServiceProcesses } from './two-service-processes'

/** What tests of service processes use. */
interface ServiceProcessTools<Server> {
  readonly server: () => Server
  /** Serves a new library by two processes during one test. */
  readonly serveByTwoProcesses: (use: (library: TwoServiceProcesses) => Promise<void>) => Promise<void>
}

const serviceProcessesWith =
  <Server extends PostgresServer>(withServer: (tests: (server: () => Server) => void) => void) =>
  (tests: (tools: ServiceProcessTools<Server>) => void): void =>
    withServer((server) =>
      withKurrentStandIns((startCluster) => {
        let issuer: TokenIssuer
        beforeAll(async () => {
          issuer = await startTokenIssuer()
        })
        afterAll(() => {
          issuer.stop()
        })
        tests({
          server,
          serveByTwoProcesses: (use) => withTwoServiceProcesses({ issuer, server: server(), startCluster })(use),
        })
      }),
    )

/** Runs tests with service processes. One issuer signs all tokens. */
export const withServiceProcesses = serviceProcessesWith(withPostgres)

/** Runs tests with service processes on a PostgreSQL server of their own, which they may kill. */
export const withServiceProcessesOnOwnDatabases = serviceProcessesWith(withOwnPostgres)
