import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './erasing-ports'
import type { DeclaredErasureRun } from './erasure-run'
import { completeErasureStep, type CompletedErasureStep, type StepFailed } from './erasure-step'

const maxAttempts = 5
const pauseMs = 100

type Ports = Pick<ErasingPorts, 'checkpointKeyStore' | 'sleep' | 'today'>

/** Empties the write-ahead log of the key store; when a reader prevents it, tries again, 100 ms apart. */
export const checkpointKeyStoreWithRetries = (
  ports: Pick<ErasingPorts, 'checkpointKeyStore' | 'sleep'>,
  attemptsLeft: number = maxAttempts,
): ErasingPorts['checkpointKeyStore'] =>
  pipe(
    ports.checkpointKeyStore,
    TE.orElse((failure) =>
      failure._tag === 'CheckpointBusy' && attemptsLeft > 1
        ? pipe(
            TE.fromTask(ports.sleep(pauseMs)),
            TE.flatMap(() => checkpointKeyStoreWithRetries(ports, attemptsLeft - 1)),
          )
        : TE.left(failure),
    ),
  )

/**
 * Step 3: empties the key store's write-ahead log, so that the destroyed bytes are on no disk. When a reader prevents
 * it, the step tries again, five times in all, 100 ms apart; then it fails, and the next run of the worker repeats it.
 */
export const checkpointKeyStoreStep =
  (ports: Ports) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    completeErasureStep('checkpoint', ports, run)(checkpointKeyStoreWithRetries(ports))
