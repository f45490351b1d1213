import { setTimeout } from 'node:timers/promises'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { addDays } from '../../../domain/values/day'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { sendRequest } from '../send-request'
import { openOptionsWithAlarm } from '../crash-library'
import { makeReplayableRandom, type ReplayableRandom } from './replayable-random'
import { nextAction } from './next-request'
import { printReportLine } from './report-line'
import { startSignals } from './start-signals'

/** The number of concurrent callers. Each sends the next request when the last one is answered. */
const callers = 48

const sendRequests = async (system: RunningLibrary, random: ReplayableRandom, name: string): Promise<never> => {
  for (let count = 0; ; count++) {
    const key = `${name}-${String(count)}`
    const request = {
      key,
      at: system.useCaseDependencies.commandHandling.clock.now(),
      action: nextAction(system, random)(key),
    }
    printReportLine({ type: 'sent', request })
    printReportLine({ type: 'answered', key, outcome: await sendRequest(system)(request)() })
  }
}

/** Closes a day, with its erasures. */
const closeDay = async (system: RunningLibrary): Promise<void> => {
  printReportLine({ type: 'closingDay' })
  const to = addDays(1)(system.useCaseDependencies.commandHandling.clock.today())
  rightOrThrow(await system.clock.moveTo(to, () => undefined)())
  printReportLine({ type: 'dayClosed', to })
}

/** Closes one day after another while the callers send requests. */
const closeDays = async (system: RunningLibrary, random: ReplayableRandom): Promise<never> => {
  for (;;) {
    await closeDay(system)
    await setTimeout(random.below(20))
  }
}

const main = async (folder: string, seed: number, closesDayFirst: boolean): Promise<void> => {
  const system = rightOrThrow(
    await openRunningLibrary(
      folder,
      openOptionsWithAlarm((kind) => printReportLine({ type: 'alarm', kind })),
    )(),
  )
  const random = makeReplayableRandom(seed)
  if (closesDayFirst) await closeDay(system)
  const closing = closeDays(system, random)
  // The callers start at a random moment while a day is being closed.
  await Promise.race([closing, setTimeout(random.below(100))])
  const all = Array.from({ length: callers }, (_, caller) =>
    sendRequests(system, random, `${String(seed)}-${String(caller)}`),
  )
  printReportLine({ type: 'allStarted' })
  await Promise.race([...all, closing])
}

const [folder = '', seed = '0'] = process.argv.slice(2)

process.stdin.once('data', (signal) => {
  main(folder, Number(seed), String(signal) === startSignals.afterClosingDay).catch((error: unknown) => {
    printReportLine({ type: 'alarm', kind: `the child ended: ${String(error)}` })
    process.exitCode = 1
  })
})
