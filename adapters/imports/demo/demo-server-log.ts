import { writeServerLogOfDay } from '../../../domain/use-cases/write-server-log-of-day'
import { serverLogDays } from '../../../projections/website/website-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'

/** Addresses for documentation, which nobody has. */
const visitors = Array.from({ length: 7 }, (_, number) => `192.0.2.${String(number + 1)}`)

/** A demo whose server logs are all erased gets one of today, without waiting for the closing of the day. */
export const renewDemoServerLog = async ({ rows, serverLog, useCaseDependencies }: RunningLibrary): Promise<void> => {
  if (serverLogDays(rows).length > 0) return
  for (const address of visitors) serverLog.logRequest(address, 'Firefox 133')
  demoStepOrThrow(await writeServerLogOfDay(useCaseDependencies)(useCaseDependencies.commandHandling.clock.today())())
}
