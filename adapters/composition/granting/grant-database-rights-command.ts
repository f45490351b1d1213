import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import { grantCoordinationRights } from '../../processes/coordination/postgres/grant-coordination-rights'
import { grantLogRights } from '../../stores/eventstore/postgres/grant-log-rights'
import { grantKeyStoreRights } from '../../stores/keystore/postgres/grant-key-store-rights'
import { grantShortTermRights } from '../../stores/short-term/postgres/grant-short-term-rights'
import type { GrantDatabaseRights, DatabaseRoles } from '../../stores/postgres/grant-database-rights'
import { isPostgresAddress, type StoreServerAddresses } from '../stores/store-server-addresses'

/** One database, the rights to grant on it, and what they allow the two roles to do. */
interface GrantTarget {
  readonly name: keyof StoreServerAddresses
  readonly grants: ReadonlyArray<GrantDatabaseRights>
  readonly service: string
  readonly auditor: string
}

const logRights = { grants: [grantLogRights], service: 'reads and appends', auditor: 'reads' }

const grantTargets: ReadonlyArray<GrantTarget> = [
  { name: 'circulation', ...logRights },
  { name: 'persons', ...logRights },
  {
    name: 'keys',
    grants: [grantKeyStoreRights, grantCoordinationRights, grantShortTermRights],
    service: 'stores keys, leases, checkpoints and short-term entries',
    auditor: 'has no access',
  },
]

const grantSummary = (roles: DatabaseRoles, { name, service, auditor }: GrantTarget): string =>
  `${name.padEnd(12)} ${roles.service} ${service}; ${roles.auditor} ${auditor}`

const grantOn =
  (roles: DatabaseRoles, addresses: StoreServerAddresses) =>
  ({ name, grants }: GrantTarget): TE.TaskEither<string, unknown> =>
    pipe(
      grants,
      TE.traverseSeqArray((grant) => grant(roles)(addresses[name])),
      TE.mapLeft(
        ({ reason }) =>
          `${name.toUpperCase()}: ${reason}. The rights granted before this error remain. Run the command again.`,
      ),
    )

/**
 * `glemsom grant`, run by the owner of the databases. Makes missing tables on PostgreSQL and grants two roles their
 * rights. Exit code 0 when all rights are granted.
 */
export const grantDatabaseRightsCommand =
  (addresses: E.Either<string, StoreServerAddresses | undefined>, roles: DatabaseRoles) =>
  async ({ json }: Pick<CommandLineOptions, 'json'>, output: CliOutput): Promise<ExitCode> => {
    const requiredAddresses = pipe(
      addresses,
      E.flatMap(E.fromNullable('Set CIRCULATION, PERSONS and KEYS, with the user that owns the databases.')),
    )
    if (E.isLeft(requiredAddresses)) {
      output.writeProblem(requiredAddresses.left)
      return exitCode.usage
    }
    if (roles.service === roles.auditor) {
      output.writeProblem('Name two different roles: the auditor must not be able to write.')
      return exitCode.usage
    }
    const postgresTargets = grantTargets.filter(({ name }) => isPostgresAddress(requiredAddresses.right[name]))
    const results = await pipe(postgresTargets, TE.traverseSeqArray(grantOn(roles, requiredAddresses.right)))()
    if (E.isLeft(results)) {
      output.writeProblem(results.left)
      return exitCode.refused
    }
    if (json) output.writeLine(JSON.stringify({ ...roles, granted: postgresTargets.map(({ name }) => name) }))
    else for (const target of postgresTargets) output.writeLine(grantSummary(roles, target))
    return exitCode.done
  }
