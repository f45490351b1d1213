import { compiled, type Compiled } from '../crash/compiled'
import type { PostgresServer } from '../fixtures/postgres/server'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { startIssuer, type Issuer } from './issuer'
import { withTwoServices, type TwoServices } from './two-services'

/** What tests of service processes share. */
export interface Premises {
  readonly server: () => PostgresServer
  /** Serves a new library by two processes, for one test. */
  readonly servedByTwo: (use: (library: TwoServices) => Promise<void>) => Promise<void>
}

/** Tests of service processes: the program is compiled once for all of them, and one issuer lets people in. */
export const onPremises = (tests: (premises: Premises) => void): void =>
  withPostgres((server) => {
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
    tests({ server, servedByTwo: (use) => withTwoServices({ project, issuer, server: server() })(use) })
  })
