import { setTimeout as pause } from 'node:timers/promises'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { eventsBehind, healthWhenStoresAnswer } from '../../fixtures/events-behind'
import { allReadModelRows } from '../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import type { ChildReport } from '../start-child'
import { openOptionsWithAlarm } from '../crash-library'
import { lostAcknowledgedRequests } from './acknowledged-requests'
import { readBothLogs } from './read-both-logs'
import { resendAcknowledged, resendUnanswered } from './resend-requests'
import { waitUntilSettled } from './wait-until-settled'
import { findRepetitions, findUnfinishedRuns } from './find-repetitions'

const failuresIn = ({ outcomes }: ChildReport): ReadonlyArray<string> =>
  [...outcomes.values()].flatMap((outcome) => (outcome._tag === 'Failed' ? [outcome.why] : []))

/** Sends all requests again, and compares the answers and the heads of both logs. */
const resendAll = async (system: RunningLibrary, report: ChildReport) => {
  const before = await system.logHeads()
  const answeredAnew = await resendAcknowledged(system, report)
  await waitUntilSettled(system)
  const logsMoved = JSON.stringify(await system.logHeads()) !== JSON.stringify(before)
  const retriedTwice = await resendUnanswered(system, report)
  await waitUntilSettled(system)
  return { answeredAnew, logsMoved, retriedTwice }
}

/** Reads both logs, and finds the tables that have other rows after a rebuild. */
const inspectEverything = async (system: RunningLibrary) => {
  const { events, unreadable } = await readBothLogs(system)
  rightOrThrow(await system.catchUpReadModels())
  const live = allReadModelRows(system)
  rightOrThrow(await system.rebuildReadModels(() => undefined)())
  const rebuilt = allReadModelRows(system)
  const differing = Object.keys(live).filter((name) => JSON.stringify(live[name]) !== JSON.stringify(rebuilt[name]))
  return { unreadable, twice: findRepetitions(events), unfinished: findUnfinishedRuns(events), differing }
}

const consumersBehind = async (system: RunningLibrary): Promise<ReadonlyArray<string>> =>
  (await eventsBehind(system)).flatMap(([name, events]) => (events === 0 ? [] : [name]))

/** The health is measured every ten seconds: this waits for a measurement in which nothing is behind, for a minute. */
const waitForConsumers = async (system: RunningLibrary): Promise<ReadonlyArray<string>> => {
  for (const end = performance.now() + 60_000; ; await pause(500)) {
    const behind = await consumersBehind(system)
    if (behind.length === 0 || performance.now() > end) return behind
  }
}

/** The retention status and the health of the library after it has caught up. */
const statusAndHealth = async (system: RunningLibrary) => {
  const { overdue, failed, unclosedDays, waitingFor } = await system.retention.status()
  const { ok } = await healthWhenStoresAnswer(system)
  return { overdue, failed, unclosedDays, waitingFor, ok, late: await waitForConsumers(system) }
}

export type Inspection = Awaited<ReturnType<typeof inspectAfterKill>>

/** Opens a library that was killed, waits until it has caught up, and inspects it. */
export const inspectAfterKill = async (folder: string, report: ChildReport, everything: boolean) => {
  const alarms: string[] = []
  const system = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => alarms.push(kind)),
  )
  try {
    const { failed } = await system.retention.run()
    await waitUntilSettled(system)
    return {
      alarms: [...report.alarms, ...alarms],
      failures: [...failuresIn(report), ...failed],
      lost: await lostAcknowledgedRequests(system, report),
      ...(await resendAll(system, report)),
      ...(everything ? await inspectEverything(system) : { unreadable: [], twice: [], unfinished: [], differing: [] }),
      ...(await statusAndHealth(system)),
    }
  } finally {
    await system.close()
  }
}
