import { grantCommand } from '../../../../adapters/composition/granting/grant-command'
import { placesIn } from '../../../../adapters/composition/truth/places'
import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-log'
import { collected, type Collected } from '../../interfaces/cli/collected'
import { said } from '../../interfaces/cli/cli'
import { newRoles } from '../../../fixtures/postgres/for-service'
import { asRole } from '../../../fixtures/postgres/statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'

/** What the owner is told who grants rights on the servers of an environment. */
const granted = async (
  environment: Readonly<Record<string, string>>,
  roles: { readonly service: string; readonly auditor: string },
  json = false,
): Promise<Collected & { readonly code: number }> => {
  const out = collected()
  return { ...out, code: await grantCommand(placesIn(environment), roles)({ json }, out) }
}

const nobody = { service: 'nobody-serves', auditor: 'nobody-audits' }

withPostgres((server) => {
  describe('granting rights to the roles of a library', () => {
    const onServers = async () => ({
      CIRCULATION: 'kurrentdb://elsewhere',
      PERSONS: await server().newDatabase(),
      KEYS: await server().newDatabase(),
    })

    it('makes what is missing, says who may do what, and lets the service work', async () => {
      const environment = await onServers()
      const roles = await newRoles(environment.KEYS)
      expect(await granted(environment, roles)).toMatchObject({
        code: 0,
        lines: [
          `persons      ${roles.service} reads and appends; ${roles.auditor} reads`,
          `keys         ${roles.service} keeps keys, leases and checkpoints; ${roles.auditor} is not let in`,
        ],
      })
      const log = right(await openPostgresLog(asRole(roles.service)(environment.PERSONS))())
      expect(await log.head()).toBeUndefined()
      await log.close()
    })

    it('gives the same a second time, and tells machines in JSON', async () => {
      const environment = await onServers()
      const roles = await newRoles(environment.KEYS)
      await granted(environment, roles)
      const again = await granted(environment, roles, true)
      expect(JSON.parse(again.lines.join())).toEqual({ ...roles, granted: ['persons', 'keys'] })
    })

    it('gives nothing to one who owns everything', async () => {
      const environment = await onServers()
      const { auditor } = await newRoles(environment.KEYS)
      const [owner] = await server().run(environment.KEYS, 'SELECT current_user AS name')
      const { code, problems } = await granted(environment, { service: String(owner?.['name']), auditor })
      expect([code, problems]).toEqual([1, [expect.stringMatching(/may do everything already/)]])
    })

    it('says that a role is missing, and repeats no address', async () => {
      const { code, problems } = await granted(await onServers(), nobody)
      expect([code, problems]).toEqual([
        1,
        [expect.stringMatching(/^PERSONS: there is no role nobody-serves; make it/)],
      ])
      expect(problems.join()).not.toMatch(/postgres:/)
    })
  })
})

describe('granting rights where no server is named', () => {
  it('asks on which', async () => {
    expect(await granted({}, nobody)).toMatchObject({
      code: 2,
      problems: [expect.stringMatching(/^On which servers\?/)],
    })
    expect(await granted({ KEYS: 'postgres://keys.example/glemsom' }, nobody)).toMatchObject({ code: 2 })
  })

  it('is asked for with both roles, which are two', async () => {
    const one = { service: 'glemsom', auditor: 'glemsom' }
    const environment = { CIRCULATION: 'kurrentdb://a', PERSONS: 'postgres://b/c', KEYS: 'postgres://d/e' }
    expect(await granted(environment, one)).toMatchObject({ code: 2, problems: [expect.stringMatching(/two roles/)] })
    expect(await said(['grant', '--service', 'glemsom'])).toMatchObject({ code: 2 })
  })
})
