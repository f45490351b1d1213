import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import type { PostgresServer } from '../fixtures/postgres/postgres-server'
import { waitUntil } from '../fixtures/wait-until'
import { waitUntilHealthy } from './reservation-scenario'
import type { ServiceProcess } from './service-process'
import type { TwoServiceProcesses } from './two-service-processes'

type Server = Pick<PostgresServer, 'runStatements'>

/** The step of a roll that is requested now; undefined before the first one. */
export const requestedStep = async ({ keys }: TwoServiceProcesses, server: Server): Promise<unknown> =>
  (await server.runStatements(keys, 'SELECT step FROM coordination.epoch_step WHERE number > 0'))[0]?.['step']

/** Ends registrations at once, as time does after a process was killed or paused: those that live register again. */
export const endRegistrations = async ({ keys }: TwoServiceProcesses, server: Server): Promise<void> => {
  await server.runStatements(keys, "UPDATE coordination.processes SET until = clock_timestamp() - interval '1 second'")
}

/** Ends the lease of a process that was killed while it rolled. */
const endLease = async ({ keys }: TwoServiceProcesses, server: Server): Promise<void> => {
  await server.runStatements(keys, "UPDATE coordination.leases SET until = clock_timestamp() WHERE name = 'epochs'")
}

/** A borrower with a loan. */
export const lendOnce = async (service: ServiceProcess): Promise<string> => {
  const borrower = await registerBorrowerByHttp(service)
  await lendCopyByHttp(service, await acquireCopyByHttp(service), borrower)
  return borrower
}

export const rollBy = async ({ runCommand }: ServiceProcess): Promise<void> => {
  const { exitCode, output } = await runCommand('keys', 'roll', '--json')
  if (exitCode !== 0) throw new Error(output)
}

interface KeysStatus {
  readonly epoch: number
  readonly epochs: number
  readonly rollWaitsFor: string | null
}

/** Asks again while the service cannot answer: on a busy machine a server may not answer it in time. */
export const keysStatusOf = async ({ runCommand }: ServiceProcess): Promise<KeysStatus> => {
  let answer = await runCommand('keys', 'status', '--json')
  await waitUntil(async () => {
    if (answer.exitCode !== 0) answer = await runCommand('keys', 'status', '--json')
    return answer.exitCode === 0
  })
  return JSON.parse(answer.output) as KeysStatus
}

/** Checks that a process opens the loans of these borrowers. */
export const expectLoans = async ({ send }: ServiceProcess, borrowers: ReadonlyArray<string>): Promise<void> => {
  for (const borrower of borrowers)
    expect((await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.loans).toHaveLength(1)
}

/** Kills the first process while it rolls, in a step. The second one finishes the roll; the first one is started again. */
export const expectRollFinishedAfterKill = async (
  library: TwoServiceProcesses,
  server: Server,
  step: string,
): Promise<void> => {
  const { first, second } = library
  const borrowers = [await lendOnce(first), await lendOnce(second)]
  const killed = first.runCommand('keys', 'roll')
  await waitUntil(async () => (await requestedStep(library, server)) === step)
  await first.kill()
  await killed
  borrowers.push(await lendOnce(second))
  await endRegistrations(library, server)
  await endLease(library, server)
  await rollBy(second)
  const again = await library.restart(first)
  for (const service of [second, again]) {
    expect(await keysStatusOf(service)).toMatchObject({ epochs: 1 })
    await expectLoans(service, borrowers)
    await waitUntilHealthy(service)
  }
  expect((await keysStatusOf(second)).epoch).toBeGreaterThan(1)
}
