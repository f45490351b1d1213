import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { DeclaredRun } from '../erasing/run'
import type { StepDone } from '../erasing/step'
import type { FencedRow } from '../keys/key-row'
import { clockOf, type ScheduledScope } from '../schedule/scheduled-scope'
import type { ScopeClock } from '../schedule/entry'
import { certificateIdOf } from './certificate-id'
import type { ErasedScope, Statement } from './statement'

/** What lives in a borrower's stream and has no clock of its own ends by the borrower's. */
const clocksByStream = (scopes: ReadonlyArray<ScheduledScope>): ReadonlyMap<string, ScopeClock> =>
  new Map(
    scopes.flatMap((scope) => {
      const clock = clockOf(scope)
      return scope.class === 'borrower' && clock !== undefined ? [[scope.stream, clock]] : []
    }),
  )

const fingerprintOf = (row: FencedRow | undefined): string | null =>
  row === undefined || row.fingerprint.length === 0 ? null : Buffer.from(row.fingerprint).toString('hex')

/** A scope that the log declared due without a clock: the declaration itself made it due. */
const undated = (run: DeclaredRun, { first }: ScheduledScope): Pick<ScopeClock, 'due' | 'trigger'> => ({
  due: { by: 'at once', on: run.recorded },
  trigger: first,
})

const erasedScope =
  (run: DeclaredRun, rows: ReadonlyMap<ScopeId, FencedRow>, ofBorrowers: ReadonlyMap<string, ScopeClock>) =>
  (scope: ScheduledScope): ErasedScope => {
    const { due, trigger } = ofBorrowers.get(scope.stream) ?? clockOf(scope) ?? undated(run, scope)
    const row = rows.get(scope.scope)
    return {
      scope: scope.scope,
      class: scope.class,
      trigger,
      dueBy: due.by,
      dueOn: due.on,
      fingerprint: fingerprintOf(row),
      epoch: row?.epoch ?? 0,
    }
  }

const namesOf = (scopes: ReadonlyArray<ScheduledScope>): ReadonlyArray<ScopeClass> =>
  [...new Set(scopes.map(({ class: name }) => name))].sort()

/** What is certified of a run whose every step has succeeded. */
export const stateOf =
  (classes: DeletionClasses) =>
  (run: DeclaredRun, rows: ReadonlyArray<FencedRow>, steps: ReadonlyArray<StepDone>): Statement => ({
    format: 'glemsom certificate 1',
    certificate: certificateIdOf(run.run),
    run: run.run,
    log: run.log,
    position: run.position,
    scopes: run.scopes.map(erasedScope(run, new Map(rows.map((row) => [row.scope, row])), clocksByStream(run.scopes))),
    why: namesOf(run.scopes).map((name) => ({
      class: name,
      legalBasis: classes[name].legalBasis,
      promise: classes[name].promise,
    })),
    method: 'key destroyed in the key store and fenced',
    steps,
    horizon: 'open',
  })
