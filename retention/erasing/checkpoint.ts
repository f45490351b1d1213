import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './ports'
import type { DeclaredRun } from './run'
import { done, failing, stamp, type StepDone, type StepFailed } from './step'

const attempts = 5
const pauseMs = 100

type Ports = Pick<ErasingPorts, 'checkpointTruncate' | 'pause' | 'today'>

const emptied = (ports: Ports, left: number): ErasingPorts['checkpointTruncate'] =>
  pipe(
    ports.checkpointTruncate,
    TE.orElse((failure) =>
      failure._tag === 'CheckpointBusy' && left > 1
        ? pipe(
            TE.fromTask(ports.pause(pauseMs)),
            TE.flatMap(() => emptied(ports, left - 1)),
          )
        : TE.left(failure),
    ),
  )

/**
 * Step 3: the key store's write-ahead log is emptied, so that the destroyed bytes are on no disk. A reader in the way
 * is waited for a few times; after that the step has failed, and the next run tries again.
 */
export const checkpoint =
  (ports: Ports) =>
  ({ log }: DeclaredRun): TE.TaskEither<StepFailed, StepDone> =>
    pipe(
      emptied(ports, attempts),
      failing('checkpoint'),
      TE.map(() => done('checkpoint', stamp(log, ports.today()))),
    )
