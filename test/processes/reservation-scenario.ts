import type { BorrowerId } from '../../domain/values/ids'
import { waitUntil } from '../fixtures/wait-until'
import {
  acquireCopyByHttp,
  testBranch,
  lendCopyByHttp,
  registerBorrowerByHttp,
} from '../adapters/interfaces/http/http-steps'
import { administratorUser, staffUser } from '../adapters/interfaces/http/with-http-server'
import type { ServiceProcess } from './service-process'
import type { TwoServiceProcesses } from './two-service-processes'

/** A title with one copy. Ann has borrowed it, and Bo has reserved it. */
export interface ReservationScenario {
  readonly bo: BorrowerId
  readonly copy: string
  readonly reservation: string
}

export const reservedTitle = '52557240'

export const reserveLentCopy = async ({ first }: TwoServiceProcesses): Promise<ReservationScenario> => {
  const [ann, bo] = [await registerBorrowerByHttp(first), await registerBorrowerByHttp(first)]
  const copy = await acquireCopyByHttp(first, { title: reservedTitle })
  await lendCopyByHttp(first, copy, ann)
  const reserved = await first.send('POST', `/titles/${reservedTitle}/reservations`, {
    as: staffUser,
    body: { borrower: bo },
  })
  // Waits for the reactions to the reservation.
  await first.send('GET', `/titles/${reservedTitle}?after=${reserved.body.after}`)
  return { bo, copy, reservation: reserved.body.reservation }
}

export const returnScenarioCopy = ({ send }: ServiceProcess, { copy }: ReservationScenario) =>
  send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })

/** How many events of a type are in circulation. */
export const countEventsOfType = ({ cluster }: TwoServiceProcesses, type: string): number =>
  cluster.written().filter((event) => event.type === type).length

export const waitForEvent = (library: TwoServiceProcesses, type: string): Promise<void> =>
  waitUntil(() => countEventsOfType(library, type) > 0)

/** Ann returns the copy and Bo borrows it. The reservation is fulfilled, so its data is due for erasure. */
export const fulfilReservation = async (library: TwoServiceProcesses): Promise<ReservationScenario> => {
  const scenario = await reserveLentCopy(library)
  await returnScenarioCopy(library.first, scenario)
  await waitForEvent(library, 'ReservationReady')
  await lendCopyByHttp(library.first, scenario.copy, scenario.bo)
  await waitForEvent(library, 'ReservationFulfilled')
  return scenario
}

export const waitUntilHealthy = ({ send }: ServiceProcess): Promise<void> =>
  waitUntil(async () => (await send('GET', '/health')).status === 200)

/** Runs the retention service: closes days and erases due scopes. */
export const runRetention = ({ send }: ServiceProcess) => send('POST', '/retention/runs', { as: administratorUser })
