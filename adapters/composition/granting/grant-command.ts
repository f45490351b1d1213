import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Asked } from '../../interfaces/cli/command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { Out } from '../../interfaces/cli/out'
import { grantCoordination } from '../../processes/coordination/postgres/grants'
import { grantLog } from '../../stores/eventstore/postgres/grants'
import { grantKeys } from '../../stores/keystore/postgres/grants'
import type { Grant, Roles } from '../../stores/postgres/grant'
import { isPostgres, type Places } from '../truth/places'

/** What stands on a server, and what the two roles may do with it. */
interface Ward {
  readonly name: keyof Places
  readonly grants: ReadonlyArray<Grant>
  readonly service: string
  readonly auditor: string
}

const log = { grants: [grantLog], service: 'reads and appends', auditor: 'reads' }

const wards: ReadonlyArray<Ward> = [
  { name: 'circulation', ...log },
  { name: 'persons', ...log },
  {
    name: 'keys',
    grants: [grantKeys, grantCoordination],
    service: 'keeps keys, leases and checkpoints',
    auditor: 'is not let in',
  },
]

const granted = (roles: Roles, { name, service, auditor }: Ward): string =>
  `${name.padEnd(12)} ${roles.service} ${service}; ${roles.auditor} ${auditor}`

const give =
  (roles: Roles, places: Places) =>
  ({ name, grants }: Ward): TE.TaskEither<string, unknown> =>
    pipe(
      grants,
      TE.traverseSeqArray((grant) => grant(roles)(places[name])),
      TE.mapLeft(({ reason }) => `${name.toUpperCase()}: ${reason}. What was given before this stays; ask again.`),
    )

/**
 * `glemsom grant`, by whoever owns the databases: makes what is missing in those on PostgreSQL, and gives two roles their
 * rights. Exit code 0 once all are given.
 */
export const grantCommand =
  (places: E.Either<string, Places | undefined>, roles: Roles) =>
  async ({ json }: Pick<Asked, 'json'>, out: Out): Promise<ExitCode> => {
    const named = pipe(
      places,
      E.flatMap(E.fromNullable('On which servers? Name CIRCULATION, PERSONS and KEYS, as their owner.')),
    )
    if (E.isLeft(named)) {
      out.problem(named.left)
      return exitCode.usage
    }
    if (roles.service === roles.auditor) {
      out.problem('Name two roles: whoever reads logs for an audit writes none.')
      return exitCode.usage
    }
    const there = wards.filter(({ name }) => isPostgres(named.right[name]))
    const given = await pipe(there, TE.traverseSeqArray(give(roles, named.right)))()
    if (E.isLeft(given)) {
      out.problem(given.left)
      return exitCode.refused
    }
    if (json) out.line(JSON.stringify({ ...roles, granted: there.map(({ name }) => name) }))
    else for (const ward of there) out.line(granted(roles, ward))
    return exitCode.done
  }
