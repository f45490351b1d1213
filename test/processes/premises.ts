import { compiled, type Compiled } from '../crash/compiled'
import { withStandIns } from '../fixtures/kurrentdb/with-stand-ins'
import type { PostgresServer } from '../fixtures/postgres/server'
import { withOwnPostgres, withPostgres } from '../fixtures/postgres/with-postgres'
import { startIssuer, type Issuer } from './issuer'
import { withTwoServices, type TwoServices } from './two-services'

/** What tests of service processes share. */
interface Premises<Server> {
  readonly server: () => Server
  /** Serves a new library by two processes, for one test. */
  readonly servedByTwo: (use: (library: TwoServices) => Promise<void>) => Promise<void>
}

const premisesWith =
  <Server extends PostgresServer>(withServer: (tests: (server: () => Server) => void) => void) =>
  (tests: (premises: Premises<Server>) => void): void =>
    withServer((server) =>
      withStandIns((another) => {
        let project: Compiled
        let issuer: Issuer
        beforeAll(async () => {
          project = compiled()
          issuer = await startIssuer()
        }, 60_000)
        afterAll(() => {
          issuer.stop()
          project.remove()
        })
        tests({ server, servedByTwo: (use) => withTwoServices({ project, issuer, server: server(), another })(use) })
      }),
    )

/** Tests of service processes: the program is compiled once for all of them, and one issuer lets people in. */
export const onPremises = premisesWith(withPostgres)

/** The same, where databases are killed. */
export const onOwnPremises = premisesWith(withOwnPostgres)
