import type { PostgresServer } from '../fixtures/postgres/postgres-server'
import { staffUser, type Reply } from '../adapters/interfaces/http/with-http-server'
import { countEventsOfType, reservedTitle } from './reservation-scenario'
import type { ServiceProcess } from './service-process'
import type { TwoServiceProcesses } from './two-service-processes'

const readStream = ({ send }: ServiceProcess, stream: string): Promise<Reply> =>
  send('GET', `/streams/circulation/${stream}`, { as: staffUser })

interface CertificateEvent {
  readonly stored: { readonly open: { readonly statement: string } }
}

/** The class of each scope in the certificates of circulation, sorted. */
const certifiedClasses = async (
  { cluster }: TwoServiceProcesses,
  service: ServiceProcess,
): Promise<ReadonlyArray<string>> => {
  const certificates = cluster.written().filter(({ type }) => type === 'ScopesErased')
  const classes: string[] = []
  for (const { stream } of certificates) {
    const event: CertificateEvent = (await readStream(service, stream)).body.events.at(-1)
    const { scopes } = JSON.parse(event.stored.open.statement) as { readonly scopes: ReadonlyArray<{ class: string }> }
    classes.push(...scopes.map((scope) => scope.class))
  }
  return classes.sort()
}

const selectErasedKeys = 'SELECT wrapped FROM keystore.keys WHERE certificate IS NOT NULL'

const erasedReservation = { staff: { reservation: { erased: true } } }

/** Checks that the keys of the reservation and of the set-aside copy are erased, that one certificate names both, and how often they were declared. */
export const expectErased = async (
  library: TwoServiceProcesses,
  service: ServiceProcess,
  { runStatements }: Pick<PostgresServer, 'runStatements'>,
  declarations = 1,
): Promise<void> => {
  expect(countEventsOfType(library, 'ErasureDue')).toBe(declarations)
  expect(countEventsOfType(library, 'ScopesErased')).toBe(1)
  expect(await certifiedClasses(library, service)).toEqual(['reservation', 'setAside'])
  expect(await runStatements(library.keys, selectErasedKeys)).toEqual([{ wrapped: null }, { wrapped: null }])
  expect((await readStream(service, `title-${reservedTitle}`)).body.events).toMatchObject([
    erasedReservation,
    { type: 'ReservationCounted' },
    erasedReservation,
    { type: 'ReservationFulfilled' },
  ])
}
