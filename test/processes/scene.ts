import type { BorrowerId } from '../../domain/values/ids'
import { until } from '../fixtures/until'
import { acquire, branch, lend, register } from '../adapters/interfaces/http/desk'
import { administrator, staff } from '../adapters/interfaces/http/serve'
import type { Service } from './service'
import type { TwoServices } from './two-services'

/** A title of which there is one copy; Ann has it, and Bo waits for it. */
export interface Scene {
  readonly bo: BorrowerId
  readonly copy: string
  readonly reservation: string
}

export const title = '52557240'

export const waitedFor = async ({ first }: TwoServices): Promise<Scene> => {
  const [ann, bo] = [await register(first), await register(first)]
  const copy = await acquire(first, { title })
  await lend(first, copy, ann)
  const reserved = await first.send('POST', `/titles/${title}/reservations`, { as: staff, body: { borrower: bo } })
  return { bo, copy, reservation: reserved.body.reservation }
}

export const giveBack = ({ send }: Service, { copy }: Scene) =>
  send('POST', `/copies/${copy}/return`, { as: staff, body: { branch } })

/** How often something has happened in circulation. */
export const times = ({ cluster }: TwoServices, type: string): number =>
  cluster.written().filter((event) => event.type === type).length

export const happens = (library: TwoServices, type: string): Promise<void> => until(() => times(library, type) > 0)

/** The copy has come back and Bo has taken it home: the reservation is fulfilled, and with that to be forgotten. */
export const takenHome = async (library: TwoServices): Promise<Scene> => {
  const scene = await waitedFor(library)
  await giveBack(library.first, scene)
  await happens(library, 'ReservationReady')
  await lend(library.first, scene.copy, scene.bo)
  await happens(library, 'ReservationFulfilled')
  return scene
}

export const isWell = ({ send }: Service): Promise<void> =>
  until(async () => (await send('GET', '/health')).status === 200)

/** Closes the days that are over, and erases what is due. */
export const run = ({ send }: Service) => send('POST', '/retention/runs', { as: administrator })
