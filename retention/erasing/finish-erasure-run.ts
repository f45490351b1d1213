import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CertificateStatement } from '../certificates/certificate-statement'
import { certificateStatementOfRun } from '../certificates/certificate-statement-of-run'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { UnfinishedErasureRun } from '../schedule/schedule'
import { certifyErasureStep } from './certify-erasure-step'
import { checkpointKeyStoreStep } from './checkpoint-key-store-step'
import { evictKeysStep } from './evict-keys-step'
import { fenceKeysStep } from './fence-keys-step'
import type { ErasingPorts } from './erasing-ports'
import { requireSameDeclaration } from './require-same-declaration'
import { purgeRowsStep } from './purge-rows-step'
import type { DeclaredErasureRun } from './erasure-run'
import { completedErasureStep, type StepFailed } from './erasure-step'
import { verifyErasureStep } from './verify-erasure-step'

/** Runs the steps from fencing to verifying, and returns the statement to be certified. */
const runSteps =
  (ports: ErasingPorts, classes: DeletionClasses) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CertificateStatement> =>
    pipe(
      TE.Do,
      TE.bind('fenced', () => fenceKeysStep(ports)(run)),
      TE.bind('checkpointed', () => checkpointKeyStoreStep(ports)(run)),
      TE.bind('evicted', () => evictKeysStep(ports)(run)),
      TE.bind('purged', () => purgeRowsStep(ports)(run)),
      TE.bind('verified', () => verifyErasureStep(ports)(run)),
      TE.map(({ fenced, checkpointed, evicted, purged, verified }) =>
        certificateStatementOfRun(classes)(
          run,
          verified.rows,
          [completedErasureStep('declare', run.recorded), fenced, checkpointed, evicted, purged, verified.step],
          ports.legalHolds().count,
        ),
      ),
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
      requireSameDeclaration(ports)(run),
      TE.flatMap(() => runSteps(ports, classes)(run)),
      TE.flatMap(certifyErasureStep(ports)),
      TE.map(() => run),
    )
  }
