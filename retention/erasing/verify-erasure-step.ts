import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { certificateIdOf } from '../certificates/certificate-id'
import type { FencedKeyRow, KeyRow } from '../keys/key-row'
import type { ErasingPorts } from './erasing-ports'
import { scopeIdsOfRun, type DeclaredErasureRun } from './erasure-run'
import {
  completedErasureStepOf,
  toErasureStepFailed,
  recordedDateFor,
  erasureStepFailed,
  type CompletedErasureStep,
  type StepFailed,
} from './erasure-step'

type Ports = Pick<ErasingPorts, 'readKeyRows' | 'storesHolding' | 'findNotErased' | 'today'>

/** The completed step, with the fenced rows of the scopes: their fingerprints and epochs enter the certificate. */
interface VerifiedErasure {
  readonly step: CompletedErasureStep
  readonly rows: ReadonlyArray<FencedKeyRow>
}

const verifyFailed = erasureStepFailed('verify')
const requireThat = (holds: boolean, reason: string): TE.TaskEither<StepFailed, void> =>
  holds ? TE.right(undefined) : TE.left(verifyFailed(reason))

const isFenced = (row: KeyRow): row is FencedKeyRow => row._tag === 'Fenced'

const requireAllFenced =
  (run: DeclaredErasureRun) =>
  (rows: ReadonlyArray<KeyRow>): TE.TaskEither<StepFailed, ReadonlyArray<FencedKeyRow>> => {
    const fenced = rows.filter(isFenced)
    const certificate = certificateIdOf(run.run)
    if (fenced.length !== run.scopes.length) return TE.left(verifyFailed('a scope is not fenced'))
    return fenced.every((row) => row.certificate === null || row.certificate === certificate)
      ? TE.right(fenced)
      : TE.left(verifyFailed('a scope was fenced under another certificate'))
  }

const requireErased = (ports: Ports, run: DeclaredErasureRun): TE.TaskEither<StepFailed, void> =>
  pipe(
    ports.findNotErased(run.scopes),
    toErasureStepFailed('verify'),
    TE.flatMap((readable) => requireThat(readable.length === 0, 'something can still be opened')),
  )

const requirePurged = (ports: Ports, run: DeclaredErasureRun): TE.TaskEither<StepFailed, void> =>
  pipe(
    ports.storesHolding(run.scopes),
    toErasureStepFailed('verify'),
    TE.flatMap((holding) =>
      requireThat(holding.length === 0, `a derived store still holds something of a scope: ${holding.join(', ')}`),
    ),
  )

/** Step 4c: verifies that every part of the scopes answers `Erased`, that no store holds a row, and that every key is fenced. */
export const verifyErasureStep =
  (ports: Ports) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, VerifiedErasure> =>
    pipe(
      requireErased(ports, run),
      TE.flatMap(() => requirePurged(ports, run)),
      TE.flatMap(() => toErasureStepFailed('verify')(ports.readKeyRows(scopeIdsOfRun(run)))),
      TE.flatMap(requireAllFenced(run)),
      TE.map((rows) => ({ step: completedErasureStepOf('verify', recordedDateFor(run.log, ports.today())), rows })),
    )
