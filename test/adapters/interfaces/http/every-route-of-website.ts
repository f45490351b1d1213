import { writeServerLogOfDay } from '../../../../domain/use-cases/write-server-log-of-day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import type { AskRoute } from './every-route-steps'
import { administratorUser, auditorUser, type ServedLibrary } from './with-http-server'

/** Reads the statistics of the website, and opens the server log of today. */
export const openServerLog = async ({ runningLibrary }: ServedLibrary, ask: AskRoute): Promise<void> => {
  const as = administratorUser
  const { serverLog, useCaseDependencies } = runningLibrary
  const today = useCaseDependencies.commandHandling.clock.today()
  serverLog.logRequest('192.0.2.1', 'Firefox 133')
  rightOrThrow(await writeServerLogOfDay(useCaseDependencies)(today)())
  await runningLibrary.catchUpReadModels()
  await ask('GET', '/statistics/website/2026-01', '/statistics/website/:month')
  const { days } = (await ask('GET', '/server-log', '/server-log', { as: auditorUser })).body
  const opened = await ask('POST', `/server-log/${days[0].day}/openings`, '/server-log/:day/openings', {
    ...{ as, body: { reason: 'Angreb på siderne' } },
  })
  expect(opened.body.lines).toHaveLength(1)
  await ask('GET', '/server-log/openings', '/server-log/openings', { as })
}
