import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { PolicyByDay } from '../../../domain/policy/policy-by-day'
import { lastClosedDay } from '../../../projections/calendar/calendar-queries'
import { isLegalHoldStanding, legalHolds as legalHoldsIn } from '../../../projections/legal-holds/legal-hold-queries'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import type { LegalHolds } from '../../../retention/guards/legal-holds'
import { createReportFold } from '../../../retention/audit-report/report-fold'
import { storeErrorsAsUnavailable } from '../../processes/catch-store-errors'
import type {
  AuditReport,
  HoldOfReport,
  LogOfReport,
  VerificationOfReport,
} from '../../processes/running-library/audit-report'
import type { DerivedStoreQueries } from '../../processes/running-library/derived-store-queries'
import type { KeyStoreStatus } from '../../processes/running-library/key-store-status'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import { runStepsGivingWay } from '../../system/concurrency/give-way-to-requests'
import type { RetentionOperations } from '../../processes/retention/retention-operations'
import { createCompletenessProof } from './completeness-proof'
import { readHeadsOfReport } from './read-heads-of-report'
import { sampleErasuresOfReport } from './sample-erasures-of-report'
import type { AuditSnapshot, AuditSnapshotDependencies, WrapScopeFold } from './take-audit-snapshot'

/** What a report is made from. */
export interface AuditReportDependencies extends AuditSnapshotDependencies {
  readonly isDemo: boolean
  readonly transparency: Pick<TransparencyOperations, 'sizesOfHeads' | 'head' | 'verify'> | undefined
  readonly derivedStores: DerivedStoreQueries
  readonly keyStoreStatus: () => Promise<KeyStoreStatus>
  readonly retentionStatus: RetentionOperations['status']
  readonly policy: PolicyByDay
  readonly legalHolds: () => LegalHolds
}

const logOf = (log: LogName, { asOf, folded, last }: AuditSnapshot): LogOfReport => ({
  asOf: asOf[log] ?? null,
  ...{ events: folded[log].events, position: last[log] ?? null, sha256: folded[log].sha256 },
})

const holdsOf = ({ stores: { readModels } }: AuditReportDependencies): ReadonlyArray<HoldOfReport> => {
  const isStanding = isLegalHoldStanding(lastClosedDay(readModels.rows))
  return legalHoldsIn(readModels.rows).map((row) => {
    const { hold, setOn, lastDay, releasedOn } = row
    return { hold, setOn, lastDay, releasedOn, isStanding: isStanding(row) }
  })
}

/** A log whose verification cannot be done has no verification in the report, which says so. */
const verifyLogs = async ({ transparency }: AuditReportDependencies): Promise<ReadonlyArray<VerificationOfReport>> => {
  const verified: VerificationOfReport[] = []
  for (const log of logNames) {
    const verification = await transparency?.verify(log, 0, () => undefined)()
    if (verification?._tag !== 'Right') continue
    const { heads, newestHead, witnesses, found } = verification.right
    verified.push({ log, heads, newestHead, witnesses, found })
  }
  return verified
}

const readKeysAndControl = async ({ keyStoreStatus, retentionStatus }: AuditReportDependencies) => {
  const { epoch, epochs, inEscrow, keyDestruction, backup, rollWaitsFor } = await keyStoreStatus()
  const { unclosedDays, erasingStopped, waitingFor, unreadableHolds, failed, refusedRuns } = await retentionStatus()
  return {
    keys: { epoch, epochs, inEscrow, keyDestruction, backup, rollWaitsFor },
    control: { unclosedDays, erasingStopped, waitingFor, unreadableHolds, failed, refusedRuns },
  }
}

const policyOfReport = ({ policy, clock, isDemo }: AuditReportDependencies) => {
  const madeOn = clock.today()
  const { branches, contacts, processing } = policy(madeOn)
  return { madeOn, isDemo, branches: branches.length, contacts, processing }
}

/**
 * Makes one report. `wrapFold` counts while a snapshot reads both logs, once; `makeReport` joins what was counted with what
 * the keys, the heads and the policy say.
 */
export const createAuditReportMaker = (dependencies: AuditReportDependencies) => {
  const completeness = createCompletenessProof(dependencies)
  let counting: ReturnType<typeof createReportFold> | undefined
  const wrapFold: WrapScopeFold = (fold, log) =>
    completeness.wrapFold((counting ??= createReportFold(deletionClasses, fold)), log)
  const joinReport = async (snapshot: AuditSnapshot): Promise<E.Either<EventReadError, AuditReport>> => {
    const counter = counting ?? createReportFold(deletionClasses, snapshot.fold)
    const counts = await runStepsGivingWay(counter.counts(snapshot.asOf))
    const sample = await sampleErasuresOfReport(dependencies)(snapshot)
    if (E.isLeft(sample)) return sample
    const { closedAtSize } = counts.closings
    const heads = async (log: LogName) => readHeadsOfReport(dependencies.transparency, log, closedAtSize[log])
    return E.right({
      ...policyOfReport(dependencies),
      logs: { circulation: logOf('circulation', snapshot), persons: logOf('persons', snapshot) },
      heads: { circulation: await heads('circulation'), persons: await heads('persons') },
      verifications: await verifyLogs(dependencies),
      completeness: await completeness.finish(snapshot),
      ...{ counts, sample: sample.right, holds: holdsOf(dependencies), stores: dependencies.derivedStores.all },
      ...(await readKeysAndControl(dependencies)),
    })
  }
  return {
    wrapFold,
    makeReport: (snapshot: AuditSnapshot): TaskEither<EventReadError, AuditReport> =>
      storeErrorsAsUnavailable(() => joinReport(snapshot)),
  }
}
