import { grantDatabaseRightsCommand } from '../../../../adapters/composition/granting/grant-database-rights-command'
import { readServerAddresses } from '../../../../adapters/composition/stores/store-server-addresses'
import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { collectOutput, type CollectedOutput } from '../../interfaces/cli/collect-output'
import { runCli } from '../../interfaces/cli/run-cli'
import { createRoles } from '../../../fixtures/postgres/databases-for-service'
import { urlForRole } from '../../../fixtures/postgres/run-statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** Runs the command as the owner of the databases. */
const runGrant = async (
  environment: Readonly<Record<string, string>>,
  roles: { readonly service: string; readonly auditor: string },
  json = false,
): Promise<CollectedOutput & { readonly code: number }> => {
  const out = collectOutput()
  return { ...out, code: await grantDatabaseRightsCommand(readServerAddresses(environment), roles)({ json }, out) }
}

const missingRoles = { service: 'nobody-serves', auditor: 'nobody-audits' }

withPostgres((server) => {
  describe('granting rights to the roles of a library', () => {
    const newEnvironment = async () => ({
      CIRCULATION: 'kurrentdb://elsewhere',
      PERSONS: await server().createDatabase(),
      KEYS: await server().createDatabase(),
    })

    it('makes missing tables, prints the rights of each role, and lets the service work', async () => {
      const environment = await newEnvironment()
      const roles = await createRoles(environment.KEYS)
      expect(await runGrant(environment, roles)).toMatchObject({
        code: 0,
        lines: [
          `persons      ${roles.service} reads and appends; ${roles.auditor} reads`,
          `keys         ${roles.service} stores keys, leases, checkpoints and short-term entries; ${roles.auditor} has no access`,
        ],
      })
      const log = rightOrThrow(await openPostgresLog(urlForRole(roles.service)(environment.PERSONS))())
      expect(await log.head()).toBeUndefined()
      await log.close()
    })

    it('can be repeated, and prints JSON for programs', async () => {
      const environment = await newEnvironment()
      const roles = await createRoles(environment.KEYS)
      await runGrant(environment, roles)
      const again = await runGrant(environment, roles, true)
      expect(JSON.parse(again.lines.join())).toEqual({ ...roles, granted: ['persons', 'keys'] })
    })

    it('refuses a role that owns the database', async () => {
      const environment = await newEnvironment()
      const { auditor } = await createRoles(environment.KEYS)
      const [owner] = await server().runStatements(environment.KEYS, 'SELECT current_user AS name')
      const { code, problems } = await runGrant(environment, { service: String(owner?.['name']), auditor })
      expect([code, problems]).toEqual([1, [expect.stringMatching(/is a superuser or the owner/)]])
    })

    it('names a missing role, and repeats no address', async () => {
      const { code, problems } = await runGrant(await newEnvironment(), missingRoles)
      expect([code, problems]).toEqual([
        1,
        [expect.stringMatching(/^PERSONS: there is no role nobody-serves: make it/)],
      ])
      expect(problems.join()).not.toMatch(/postgres:/)
    })
  })
})

describe('granting rights without servers or roles', () => {
  it('asks for the servers', async () => {
    expect(await runGrant({}, missingRoles)).toMatchObject({
      code: 2,
      problems: [expect.stringMatching(/^Set CIRCULATION, PERSONS and KEYS/)],
    })
    expect(await runGrant({ KEYS: 'postgres://keys.example/glemsom' }, missingRoles)).toMatchObject({ code: 2 })
  })

  it('needs two different roles', async () => {
    const sameRole = { service: 'glemsom', auditor: 'glemsom' }
    const environment = { CIRCULATION: 'kurrentdb://a', PERSONS: 'postgres://b/c', KEYS: 'postgres://d/e' }
    expect(await runGrant(environment, sameRole)).toMatchObject({
      code: 2,
      problems: [expect.stringMatching(/two different roles/)],
    })
    expect(await runCli(['grant', '--service', 'glemsom'])).toMatchObject({ code: 2 })
  })
})
