import type { PostgresServer } from '../fixtures/postgres/server'
import { staff, type Reply } from '../adapters/interfaces/http/serve'
import { times, title } from './scene'
import type { Service } from './service'
import type { TwoServices } from './two-services'

const shown = ({ send }: Service, stream: string): Promise<Reply> =>
  send('GET', `/streams/circulation/${stream}`, { as: staff })

interface Certified {
  readonly stored: { readonly open: { readonly statement: string } }
}

/** The classes of all that certificates in circulation name, each as often as it is named. */
const certified = async ({ cluster }: TwoServices, service: Service): Promise<ReadonlyArray<string>> => {
  const certificates = cluster.written().filter(({ type }) => type === 'ScopesErased')
  const classes: string[] = []
  for (const { stream } of certificates) {
    const event: Certified = (await shown(service, stream)).body.events.at(-1)
    const { scopes } = JSON.parse(event.stored.open.statement) as { readonly scopes: ReadonlyArray<{ class: string }> }
    classes.push(...scopes.map((scope) => scope.class))
  }
  return classes.sort()
}

const ended = 'SELECT wrapped FROM keystore.keys WHERE certificate IS NOT NULL'

const erased = { staff: { reservation: { erased: true } } }

/** Of the reservation, and of the copy that was kept for it, the keys are gone; each is certified once, by so many runs. */
export const expectForgotten = async (
  library: TwoServices,
  service: Service,
  { run }: Pick<PostgresServer, 'run'>,
  runs = 1,
): Promise<void> => {
  expect(times(library, 'ErasureDue')).toBe(runs)
  expect(times(library, 'ScopesErased')).toBe(runs)
  expect(await certified(library, service)).toEqual(['reservation', 'setAside'])
  expect(await run(library.keys, ended)).toEqual([{ wrapped: null }, { wrapped: null }])
  expect((await shown(service, `title-${title}`)).body.events).toMatchObject([
    erased,
    erased,
    { type: 'ReservationFulfilled' },
  ])
}
