import type { LogName, StreamName } from '../../../domain/event/stream'
import { erasureRunRefusalTexts, type RefusedErasureRun } from '../../../retention/schedule/erasure-run-refusal'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { AlarmReporter } from '../failures/alarm-without-repeats'

/** A declared erasure that is refused, and why. Names no scope. */
export interface RefusedErasureReport {
  readonly log: LogName
  /** The stream of the declaration. */
  readonly stream: StreamName
  readonly revision: number
  /** How many scopes it declares. */
  readonly scopes: number
  readonly reason: string
}

const toReportedRefusal = ({ log, stream, revision, declared, reason }: RefusedErasureRun): RefusedErasureReport => ({
  ...{ log, stream, revision },
  scopes: declared.scopes.length,
  reason: erasureRunRefusalTexts[reason],
})

const isRefused = ({ certifiedAt }: RefusedErasureRun): boolean => certifiedAt === undefined

/** The declared erasures that are refused. Those that a certificate has proved are not among them. */
export const listRefusedRuns = ({ refusedRuns }: Pick<Schedule, 'refusedRuns'>): ReadonlyArray<RefusedErasureReport> =>
  refusedRuns().filter(isRefused).map(toReportedRefusal)

/**
 * Raises the alarm `ErasureRefused` for each refused run, once while the process lives. Call it after the schedule has
 * read declarations, and at the opening. The alarm names log, revision and reason, and no stream.
 */
export const refusedRunReporter = ({ refusedRuns }: Pick<Schedule, 'refusedRuns'>, alarm: AlarmReporter) => {
  const reported = new Set<string>()
  return (): void => {
    for (const { log, position, revision, reason } of refusedRuns().filter(isRefused)) {
      const place = `${log} ${position}`
      if (reported.has(place)) continue
      reported.add(place)
      alarm('ErasureRefused', { log, revision, reason: erasureRunRefusalTexts[reason] })
    }
  }
}
