import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { decodeEvent, type EventReadError } from '../../../domain/command-handling/open-event'
import { logNames } from '../../../domain/event/stream'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { deletionRulesText } from '../../../retention/classes/deletion-rules'
import { createCertificateVerification } from '../../../retention/certificates/certificate-verification'
import { createDueScopesFold } from '../../../retention/completeness/due-scopes-fold'
import { openPartOf } from '../../../retention/schedule/open-part-of-event'
import { textToSignOfLivingScopes, signedLivingScopesText } from '../../../retention/completeness/living-scopes'
import type { LegalHolds } from '../../../retention/guards/legal-holds'
import { createAuditReportMaker, type AuditReportDependencies } from './make-audit-report'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type {
  AuditOperations,
  ReportAuditProgress,
  SignedLivingScopes,
} from '../../processes/running-library/audit-operations'
import { runStepsGivingWay } from '../../system/concurrency/give-way-to-requests'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import { createCompletenessProof } from './completeness-proof'
import { createAuditInBackground } from './create-audit-in-background'
import { countEventsOfBothLogs } from './count-events'
import {
  takeAuditSnapshot,
  type WrapScopeFold,
  type AuditSnapshotDependencies,
  type AuditSnapshot,
  type ReceiveExportedEventLines,
} from './take-audit-snapshot'
import { giveWayWhileReading } from './give-way-while-reading'
import { leafLines, signAndReadHeads } from './exported-trees'
import { writeExport } from './write-export'

/** What the audit operations need. */
interface AuditOperationsDependencies extends AuditSnapshotDependencies {
  readonly clock: LibraryClock
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly legalHolds: () => LegalHolds
  /** Undefined where the trees of the logs wait: an export has no heads then. */
  readonly transparency: TransparencyOperations | undefined
  /** What the report says besides what the logs and the keys say. */
  readonly report: Omit<AuditReportDependencies, keyof AuditSnapshotDependencies | 'legalHolds'>
}

const countLines = (lines: string): number => lines.split('\n').length - 1

/** Adds up what was read, and reports it. */
const createProgress = async ({ stores: { logs } }: AuditSnapshotDependencies, reportProgress: ReportAuditProgress) => {
  const total = await countEventsOfBothLogs(logs)
  let read = 0
  return (events: number): void => {
    read += events
    reportProgress(read, Math.max(read, total))
  }
}

const signList =
  ({ stores: { ring }, legalHolds }: AuditOperationsDependencies) =>
  ({ asOf, folded, living }: AuditSnapshot): TE.TaskEither<Unavailable, SignedLivingScopes> => {
    const { circulation, persons } = folded
    const statement = textToSignOfLivingScopes(living, {
      library: ring.library,
      circulation: { asOf: asOf.circulation, events: circulation.events, sha256: circulation.sha256 },
      persons: { asOf: asOf.persons ?? null, events: persons.events, sha256: persons.sha256 },
      holds: legalHolds().count,
    })
    return pipe(
      ring.sign(Buffer.from(statement, 'utf8')),
      TE.map((signature) => ({
        text: signedLivingScopesText(statement, Buffer.from(signature).toString('base64'), living),
        scopes: living.size,
      })),
    )
  }

/** Creates what an auditor asks for, from the stores of a library. */
export const createAuditOperations = (dependencies: AuditOperationsDependencies): AuditOperations => {
  const { stores, eventTable, projectorGroup, clock, transparency } = dependencies
  const snapshot =
    (
      reportProgress: ReportAuditProgress,
      receiveLines: ReceiveExportedEventLines = () => undefined,
      wrapFold?: WrapScopeFold,
    ) =>
    async (): Promise<E.Either<EventReadError, AuditSnapshot>> => {
      const caughtUp = await projectorGroup.catchUp()
      if (E.isLeft(caughtUp)) return caughtUp
      const progress = await createProgress(dependencies, reportProgress)
      return takeAuditSnapshot(dependencies)((log, lines) => {
        receiveLines(log, lines)
        progress(countLines(lines))
      }, wrapFold)
    }
  const dueAt: AuditOperations['dueAt'] = async (day, reportProgress) => {
    const progress = await createProgress(dependencies, reportProgress)
    const due = createDueScopesFold(deletionClasses, createCertificateVerification(stores.ring), day)
    for (const log of logNames)
      for await (const page of giveWayWhileReading(stores.logs[log]).readAll({})) {
        for (const stored of page) {
          const decoded = decodeEvent(eventTable)(log)(stored)
          if (E.isRight(decoded)) due.apply(openPartOf(decoded.right))
        }
        progress(page.length)
      }
    return runStepsGivingWay(due.finish())
  }
  const report: AuditOperations['report'] = (reportProgress) => {
    const maker = createAuditReportMaker({ ...dependencies, ...dependencies.report })
    return pipe(snapshot(reportProgress, undefined, maker.wrapFold), TE.flatMap(maker.makeReport))
  }
  return {
    today: clock.today,
    dueAt,
    livingScopes: (reportProgress) => pipe(snapshot(reportProgress), TE.chainW(signList(dependencies))),
    completeness: (reportProgress) => {
      const proof = createCompletenessProof(dependencies)
      return pipe(
        snapshot(reportProgress, undefined, proof.wrapFold),
        TE.flatMap((taken) => TE.fromTask(() => proof.finish(taken))),
      )
    },
    report,
    inBackground: createAuditInBackground({ report, dueAt }, clock),
    exportTo: (folder, reportProgress) =>
      writeExport(folder, {
        verifyingKey: stores.ring.verifyingKey,
        rules: deletionRulesText(deletionClasses),
        readHeads: () => signAndReadHeads(transparency),
        leafLines: (log, size) => leafLines(transparency, log, size),
        produce: (receiveLines) =>
          pipe(
            snapshot(reportProgress, receiveLines),
            TE.chainW((taken) =>
              pipe(
                signList(dependencies)(taken),
                TE.map((list) => ({ list, folded: taken.folded })),
              ),
            ),
          ),
      }),
  }
}
