import { randomUUID } from 'node:crypto'
import { grantCoordinationRights } from '../../../../adapters/processes/coordination/postgres/grant-coordination-rights'
import { openPostgresCoordination } from '../../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { grantLogRights } from '../../../../adapters/stores/eventstore/postgres/grant-log-rights'
import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { rewriteLogRowsInOrder } from '../../../../adapters/stores/eventstore/postgres/rewrite-log-rows-in-order'
import { keyStoreSchema } from '../../../../adapters/stores/keystore/postgres/key-store-schema'
import { openMigratedPool } from '../../../../adapters/stores/postgres/open-migrated-pool'
import { defaultPoolSettings } from '../../../../adapters/stores/postgres/open-pool'
import { grantKeyStoreRights } from '../../../../adapters/stores/keystore/postgres/grant-key-store-rights'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { appendOrThrow, newStream, newEvents, readWholeLog } from '../../../contract/event-store/event-store-steps'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import { createRoles } from '../../../fixtures/postgres/databases-for-service'
import { urlForRole } from '../../../fixtures/postgres/run-statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const library = randomUUID()

const { '0001-keys': firstStep, '0002-oldest-epoch': secondStep } = keyStoreSchema.steps
const schemaOfEarlierRelease = {
  schema: 'keystore',
  steps: { '0001-keys': firstStep!, '0002-oldest-epoch': secondStep! },
}

const aLivingRow = (): LivingKeyRow => ({
  ...{ _tag: 'Living', scope: randomScopeId(), class: 'loan', version: 1, epoch: 1 },
  ...{ wrapped: Buffer.alloc(105), fingerprint: Buffer.alloc(16) },
})

withPostgres((server) => {
  let owner: string
  let service: string
  let auditor: string
  beforeAll(async () => {
    owner = await server().createDatabase()
    const roles = await createRoles(owner)
    for (const grant of [grantLogRights, grantKeyStoreRights, grantCoordinationRights])
      rightOrThrow(await grant(roles)(owner)())
    ;[service, auditor] = [urlForRole(roles.service)(owner), urlForRole(roles.auditor)(owner)]
  })
  const insufficientPrivilege = { code: '42501' }

  describe('the role that the service uses', () => {
    it('appends to, reads, shuffles and rewrites a log', async () => {
      const store = rightOrThrow(await openPostgresLog(service)())
      const appended = newEvents(2)
      const { position } = await appendOrThrow(store, newStream(), 'none', appended)
      rightOrThrow(await store.shuffling!.shuffle({ after: undefined, before: position, closings: [], fixed: [] })())
      rightOrThrow(await rewriteLogRowsInOrder(service)())
      expect((await readWholeLog(store)).slice(-2).map(({ id }) => id)).toEqual(appended.map(({ id }) => id))
      await store.close()
    })

    it.each([
      ["UPDATE log.events SET open = '{}'"],
      ['DELETE FROM log.events'],
      ['TRUNCATE log.events'],
      ["INSERT INTO log.events VALUES (99, 'x', 0, gen_random_uuid(), 'x', 1, 'x', '{}', '')"],
      ['ALTER TABLE log.events ADD COLUMN made timestamptz DEFAULT now()'],
      ['UPDATE log.last_shuffle SET before_position = 0'],
      ['DELETE FROM log.last_shuffle'],
      ['DROP TABLE log.events'],
      ['CREATE TABLE log.mine ()'],
      ['CREATE TRIGGER mine BEFORE INSERT ON log.events EXECUTE FUNCTION suppress_redundant_updates_trigger()'],
      ['DROP SCHEMA log CASCADE'],
      ['BEGIN; LOCK TABLE log.turn IN EXCLUSIVE MODE'],
    ])('may not %s', async (statement) => {
      await expect(server().runStatements(service, statement)).rejects.toMatchObject(insufficientPrivilege)
    })

    it('is no superuser, and makes no roles', async () => {
      const roleRights = 'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user'
      expect(await server().runStatements(service, roleRights)).toEqual([
        { rolsuper: false, rolcreaterole: false, rolcreatedb: false },
      ])
    })

    it('keeps, sweeps and rewrites keys', async () => {
      const store = rightOrThrow(await openPostgresKeyStore(library)(service)())
      rightOrThrow(await store.fence([], randomUUID() as never)())
      rightOrThrow(await store.checkpointTruncate())
      rightOrThrow(await store.rewrite())
      expect(rightOrThrow(await store.count())).toEqual({ living: 0, fenced: 0 })
      await store.close()
    })

    it('splits the table of keys, whose new partitions it sweeps and rewrites as well', async () => {
      const store = rightOrThrow(await openPostgresKeyStore(library)(service)())
      const rows = Array.from({ length: 4500 }, aLivingRow)
      rightOrThrow(await store.insert(rows)())
      rightOrThrow(await store.rewrite())
      rightOrThrow(await store.fence(rows.slice(0, 100), randomUUID() as never)())
      rightOrThrow(await store.checkpointTruncate())
      rightOrThrow(await store.rewrite())
      const owners = `SELECT tableowner = current_user AS mine FROM pg_tables
        WHERE schemaname = 'keystore' AND tablename LIKE 'keys%'`
      const tables = await server().runStatements(service, owners)
      expect(tables.length).toBeGreaterThan(2)
      expect(tables.every(({ mine }) => mine === true)).toBe(true)
      expect(rightOrThrow(await store.count())).toEqual({ living: 4400, fenced: 100 })
      await store.close()
    })

    it.each([
      ['CREATE TABLE keystore.mine ()'],
      ["INSERT INTO keystore.partitions VALUES ('f0000000-0000-0000-0000-000000000000')"],
      ['DROP FUNCTION keystore.split(uuid, uuid)'],
      ['DROP FUNCTION keystore.make_halves(uuid, uuid)'],
    ])('may not %s', async (statement) => {
      await expect(server().runStatements(service, statement)).rejects.toMatchObject(insufficientPrivilege)
    })

    it('takes leases and moves checkpoints', async () => {
      const { leases, close } = rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(service)())
      const lease = rightOrThrow(await leases(1000).acquire('closing')())
      expect(lease).toMatchObject({ _tag: 'Some' })
      await expect(server().runStatements(service, 'DELETE FROM coordination.leases')).rejects.toMatchObject(
        insufficientPrivilege,
      )
      await close()
    })
  })

  describe('an owner who is no superuser', () => {
    it('moves the keys of an earlier release, and the service can split their partitions', async () => {
      const superuser = await server().createDatabase()
      const roles = await createRoles(superuser)
      const name = `owner-${randomUUID().slice(0, 8)}`
      const makeOwner = `CREATE ROLE "${name}" LOGIN; GRANT "${roles.service}" TO "${name}";
        ALTER DATABASE ${new URL(superuser).pathname.slice(1)} OWNER TO "${name}"`
      await server().runStatements(superuser, makeOwner)
      const url = urlForRole(name)(superuser)
      await rightOrThrow(await openMigratedPool(schemaOfEarlierRelease)(defaultPoolSettings)(url)()).end()
      const ofEarlierRelease = `GRANT USAGE, CREATE ON SCHEMA keystore TO "${roles.service}";
        ALTER TABLE keystore.keys OWNER TO "${roles.service}"; REVOKE CREATE ON SCHEMA keystore FROM "${roles.service}";
        INSERT INTO keystore.keys SELECT gen_random_uuid(), 1, 1, 1, NULL, '', NULL FROM generate_series(1, 2400)`
      await server().runStatements(url, ofEarlierRelease)
      rightOrThrow(await grantKeyStoreRights(roles)(url)())
      const store = rightOrThrow(await openPostgresKeyStore(library)(urlForRole(roles.service)(superuser))())
      rightOrThrow(await store.insert(Array.from({ length: 4500 }, aLivingRow))())
      for (let times = 0; times < 2; times += 1) rightOrThrow(await store.rewrite())
      expect((await server().runStatements(superuser, 'SELECT FROM keystore.partitions')).length).toBeGreaterThan(1)
      expect(rightOrThrow(await store.count())).toEqual({ living: 4500, fenced: 2400 })
      await store.close()
    })
  })

  describe('a role without rights', () => {
    it('cannot connect to the database, and so sees none of its locks', async () => {
      const { service: another } = await createRoles(owner)
      await expect(server().runStatements(urlForRole(another)(owner), 'SELECT FROM pg_locks')).rejects.toMatchObject(
        insufficientPrivilege,
      )
    })
  })

  describe('the role of an auditor', () => {
    it('reads the log', async () => {
      const rows = await server().runStatements(auditor, 'SELECT position FROM log.events')
      expect(rows.length).toBeGreaterThan(0)
    })

    it.each([
      ["UPDATE log.events SET open = '{}'"],
      ['SELECT log.rewrite()'],
      ["SELECT log.shuffle(0, 1, '{}', '{}')"],
      ['BEGIN; LOCK TABLE log.turn IN ACCESS SHARE MODE'],
      ['SELECT * FROM keystore.keys'],
      ['SELECT * FROM keystore.keys_00000000'],
      ["SELECT keystore.split('00000000-0000-0000-0000-000000000000', NULL)"],
      ["SELECT keystore.make_halves('00000000-0000-0000-0000-000000000000', NULL)"],
      ['SELECT * FROM coordination.checkpoints'],
    ])('may not %s', async (statement) => {
      await expect(server().runStatements(auditor, statement)).rejects.toMatchObject(insufficientPrivilege)
    })

    it('appends nothing', async () => {
      const store = rightOrThrow(await openPostgresLog(auditor)())
      expect(await store.append(newStream(), 'any', newEvents(1))()).toMatchObject({
        left: { _tag: 'StoreUnavailable' },
      })
      await store.close()
    })
  })
})
