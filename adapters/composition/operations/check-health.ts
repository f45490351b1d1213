import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { ScopeId } from '../../../domain/values/ids'
import type { KeyStore } from '../../../retention/keys/key-store'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import { describeCheckedFile } from '../../processes/damage/describe-checked-file'
import type { UnexpectedLogChangeDetector } from '../../processes/damage/log-change-detector'
import type { DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import type { FailingPartRegistry } from '../../processes/failures/failing-system-part-registry'
import { adviceOnFailingPart } from '../../processes/failures/advice-on-failing-part'
import type { ConsumerLagMeter } from '../../processes/lag/consumer-lag-meter'
import type { EpochOperations } from '../../processes/running-library/epoch-operations'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import type { DamageHealth, Health, ProcessStatus, StoresHealth } from '../../processes/running-library/health'
import { isWriterThreadEndedReason } from '../../stores/sqlite/writer-thread/start-writer-thread'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { RetentionOperations } from '../../processes/retention/retention-operations'
import type { KeyBackupWatch } from '../epochs/watch-key-backups'

/** In ms. A store that answers later is reported as not answering, so that a health check is short. */
const withinTimeLimit = waitAtMost(2000)

/** No scope has this id. To look it up takes no longer with a million keys; to count them would stop everybody else. */
const unusedScope = '00000000-0000-0000-0000-000000000000' as ScopeId

/** What is asked of the parts of a library. */
interface PartsHealthDependencies {
  readonly stores: {
    readonly logs: Readonly<Record<LogName, Pick<EventStore, 'health'>>>
    readonly keyStore: Pick<KeyStore, 'read'>
  }
  readonly failingParts: FailingPartRegistry
  readonly damagedEvents: Pick<DamagedEventRegistry, 'list'>
  readonly fileChecks: DatabaseFileCheckResults
  readonly logComparison: Pick<UnexpectedLogChangeDetector, 'list'>
  readonly keyBackups: Pick<KeyBackupWatch, 'status'>
  readonly transparency: Pick<TransparencyOperations, 'witnessProblems'> | undefined
}

/** What a health check reads. */
interface HealthDependencies extends PartsHealthDependencies {
  readonly lagMeter: Pick<ConsumerLagMeter, 'readLag'>
  readonly retention: RetentionOperations
  readonly epochs: Pick<EpochOperations, 'waiting'>
}

const readStatus = async (probe: TE.TaskEither<{ readonly reason: string }, unknown>): Promise<string> => {
  let status = 'it does not answer'
  await withinTimeLimit(async () => {
    const answer = await probe()
    status = E.isRight(answer) ? 'ok' : answer.left.reason
  })
  return status
}

/** Asks every store whether it answers, and notes those that do not. */
const checkStores = async ({
  stores: { logs, keyStore },
  failingParts,
}: PartsHealthDependencies): Promise<Health['stores']> => {
  const lookUpOneKey = keyStore.read([unusedScope])
  const probes = [...logNames.map((log) => [log, logs[log].health] as const), ['keys', lookUpOneKey] as const]
  return Object.fromEntries(
    await Promise.all(
      probes.map(async ([name, probe]) => {
        const status = await readStatus(probe)
        if (status !== 'ok') failingParts.failed(name, status)
        return [name, status] as const
      }),
    ),
  )
}

/** The most places of damaged events that health names; `glemsom log check` lists all. */
const maxPlaces = 20

const damageHealth = ({ damagedEvents }: PartsHealthDependencies): DamageHealth | null => {
  const damaged = damagedEvents.list()
  return damaged.length === 0
    ? null
    : {
        events: damaged.length,
        places: damaged
          .slice(0, maxPlaces)
          .map(({ log, stream, revision, reason }) => ({ log, stream, revision, reason })),
        whatToDo: 'List them, and what a backup has of them: glemsom log check --backup <folder>',
      }
}

const checkParts = async (dependencies: PartsHealthDependencies): Promise<StoresHealth> => {
  const stores = await checkStores(dependencies)
  const failingParts = dependencies.failingParts
    .list()
    .map((part) => ({ ...part, whatToDo: adviceOnFailingPart(part) }))
  const damaged = damageHealth(dependencies)
  const files = dependencies.fileChecks.files.map(describeCheckedFile(dependencies.fileChecks))
  const changedLogs = dependencies.logComparison.list()
  const keyBackup = dependencies.keyBackups.status()
  const witnesses = dependencies.transparency?.witnessProblems() ?? []
  // A witness that does not answer is no fault of the library.
  const areLogsWitnessed = !witnesses.some(({ isContradiction }) => isContradiction)
  const isWhole = damaged === null && changedLogs.length === 0 && areLogsWitnessed && keyBackup?.isTooOld !== true
  const isWell = failingParts.length === 0 && isWhole && files.every(({ whatToDo }) => whatToDo === null)
  return { ok: isWell, stores, failingParts, damaged, changedLogs, witnesses, keyBackup, files }
}

const answers = ({ stores }: StoresHealth): boolean => Object.values(stores).every((status) => status === 'ok')

/** Checks which parts fail, what is damaged and, if every store answers, how far everything is behind. */
export const createHealthCheck = (dependencies: HealthDependencies) => async (): Promise<Health> => {
  const parts = await checkParts(dependencies)
  if (!answers(parts)) return parts
  const behind = await dependencies.lagMeter.readLag()
  const status = await catchStoreErrors(TE.fromTask(dependencies.retention.status))()
  // What failed now, for example a damaged schedule, is one of the failing parts.
  if (E.isLeft(status)) return checkParts(dependencies)
  const waiting = await dependencies.epochs.waiting()
  const { dueNow, overdue, waitingFor, failed, refusedRuns } = status.right
  return {
    ...parts,
    ok: parts.ok && overdue === 0 && failed.length === 0 && refusedRuns.length === 0 && waiting?.isLate !== true,
    behind,
    retention: { due: dueNow, overdue, waitingFor, failed, refusedRuns, rollWaitsFor: waiting?.reason ?? null },
  }
}

/** Checks whether this process can go on by itself, and whether it can do commands now. */
export const createProcessStatusCheck = (dependencies: PartsHealthDependencies) => async (): Promise<ProcessStatus> => {
  const { failingParts } = await checkParts(dependencies)
  return {
    live: !failingParts.some(({ reason }) => isWriterThreadEndedReason(reason)),
    ready: failingParts.length === 0,
  }
}
