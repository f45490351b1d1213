import { sequenceT } from 'fp-ts/Apply'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CertificateStatement } from '../certificates/certificate-statement'
import { certificateStatementOfRun } from '../certificates/certificate-statement-of-run'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { UnfinishedErasureRun } from '../schedule/schedule'
import { certifyErasureRunStep } from './certify-erasure-run-step'
import { checkpointKeyStoreStep } from './checkpoint-key-store-step'
import { evictKeysStep } from './evict-keys-step'
import { fenceKeysStep } from './fence-keys-step'
import type { ErasingPorts } from './erasing-ports'
import { requireUnchangedErasureDeclaration } from './require-unchanged-erasure-declaration'
import { purgeRowsStep } from './purge-rows-step'
import type { DeclaredErasureRun } from './erasure-run'
import { completedErasureStepOf, toErasureStepFailed, type CompletedErasureStep, type StepFailed } from './erasure-step'
import { verifyErasureStep } from './verify-erasure-step'

/** Evicts what the keys have sealed from memory, then purges it from the read models. */
const clearDerivedStores =
  (ports: ErasingPorts) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, ReadonlyArray<CompletedErasureStep>> =>
    pipe(
      evictKeysStep(ports)(run),
      TE.flatMap((evicted) =>
        pipe(
          purgeRowsStep(ports)(run),
          TE.map((purged) => [evicted, purged]),
        ),
      ),
    )

/**
 * Runs the steps from fencing to verifying, and returns the statement to be certified. The key store's write-ahead log is
 * emptied while the derived stores are cleared: each waits for its own files.
 */
const runSteps =
  (ports: ErasingPorts, classes: DeletionClasses) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CertificateStatement> =>
    pipe(
      TE.Do,
      TE.bind('fenced', () => fenceKeysStep(ports)(run)),
      TE.bind('removed', () =>
        sequenceT(TE.ApplyPar)(checkpointKeyStoreStep(ports)(run), clearDerivedStores(ports)(run)),
      ),
      TE.bind('verified', () => verifyErasureStep(ports)(run)),
      TE.map(({ fenced, removed: [checkpointed, cleared], verified }) =>
        certificateStatementOfRun(classes)(
          run,
          verified.rows,
          [completedErasureStepOf('declare', run.recorded), fenced, checkpointed, ...cleared, verified.step],
          ports.legalHolds().count,
        ),
      ),
    )

/** Runs the steps, and writes the erasure receipt meanwhile: both must have succeeded before the run is certified. */
const runStepsAndWriteReceipt =
  (ports: ErasingPorts, classes: DeletionClasses) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CertificateStatement> =>
    pipe(
      sequenceT(TE.ApplyPar)(runSteps(ports, classes)(run), toErasureStepFailed('certify')(ports.writeReceipt(run))),
      TE.map(([statement]) => statement),
    )

/**
 * Takes a declared run through all steps, beginning with the first. Each step is idempotent, so an interrupted run is
 * finished by starting over, and nothing is signed unless every step succeeds now. Returns the run with its scopes.
 */
export const finishErasureRun =
  (ports: ErasingPorts, classes: DeletionClasses) =>
  (unfinished: UnfinishedErasureRun): TE.TaskEither<StepFailed, DeclaredErasureRun> => {
    const run: DeclaredErasureRun = { ...unfinished, scopes: ports.schedule.scopesOfRun(unfinished.run) }
    return pipe(
      requireUnchangedErasureDeclaration(ports)(run),
      TE.flatMap(() => runStepsAndWriteReceipt(ports, classes)(run)),
      TE.flatMap(certifyErasureRunStep(ports)),
      TE.map(() => run),
    )
  }
