import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { certificateIdOf } from '../certificates/certificate-id'
import type { FencedRow, KeyRow } from '../keys/key-row'
import type { ErasingPorts } from './ports'
import { idsOf, type DeclaredRun } from './run'
import { done, failing, stamp, stepFailed, type StepDone, type StepFailed } from './step'

type Ports = Pick<ErasingPorts, 'keyRows' | 'count' | 'notErased' | 'today'>

/** That the scopes are gone, with what is left of their keys: fingerprints and epochs. */
export interface Verified {
  readonly step: StepDone
  readonly rows: ReadonlyArray<FencedRow>
}

const failed = stepFailed('verify')
const provided = (holds: boolean, reason: string): TE.TaskEither<StepFailed, void> =>
  holds ? TE.right(undefined) : TE.left(failed(reason))

const isFenced = (row: KeyRow): row is FencedRow => row._tag === 'Fenced'

const allFenced =
  (run: DeclaredRun) =>
  (rows: ReadonlyArray<KeyRow>): TE.TaskEither<StepFailed, ReadonlyArray<FencedRow>> => {
    const fenced = rows.filter(isFenced)
    const certificate = certificateIdOf(run.run)
    if (fenced.length !== run.scopes.length) return TE.left(failed('a scope is not fenced'))
    return fenced.every((row) => row.certificate === null || row.certificate === certificate)
      ? TE.right(fenced)
      : TE.left(failed('a scope was fenced under another certificate'))
  }

/** Step 4c: an attempt to open must say `Erased` for every scope, no store holds a row, and every key is fenced. */
export const verify =
  (ports: Ports) =>
  (run: DeclaredRun): TE.TaskEither<StepFailed, Verified> =>
    pipe(
      ports.notErased(run.scopes),
      failing('verify'),
      TE.flatMap((open) => provided(open.length === 0, 'something can still be opened')),
      TE.flatMap(() => failing('verify')(ports.count(idsOf(run)))),
      TE.flatMap((rows) => provided(rows === 0, 'a derived store still holds rows')),
      TE.flatMap(() => failing('verify')(ports.keyRows(idsOf(run)))),
      TE.flatMap(allFenced(run)),
      TE.map((rows) => ({ step: done('verify', stamp(run.log, ports.today())), rows })),
    )
