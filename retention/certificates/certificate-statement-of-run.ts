import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { DeclaredErasureRun } from '../erasing/erasure-run'
import type { CompletedErasureStep } from '../erasing/erasure-step'
import type { FencedKeyRow } from '../keys/key-row'
import { effectiveDeletionClock, type ScheduledScope } from '../schedule/scheduled-scope'
import type { DeletionClock } from '../schedule/schedule-change'
import { certificateIdOf } from './certificate-id'
import type { ErasedScope, CertificateStatement } from './certificate-statement'

/** The clocks of borrowers by stream: a scope without a clock of its own ends with the borrower of its stream. */
const borrowerClocksByStream = (scopes: ReadonlyArray<ScheduledScope>): ReadonlyMap<string, DeletionClock> =>
  new Map(
    scopes.flatMap((scope) => {
      const clock = effectiveDeletionClock(scope)
      return scope.class === 'borrower' && clock !== undefined ? [[scope.stream, clock]] : []
    }),
  )

const fingerprintOf = (row: FencedKeyRow | undefined): string | null =>
  row === undefined || row.fingerprint.length === 0 ? null : Buffer.from(row.fingerprint).toString('hex')

/** The clock of a scope that is declared due without one: the declaration itself makes it due. */
const clockFromDeclaration = (
  run: DeclaredErasureRun,
  { first }: ScheduledScope,
): Pick<DeletionClock, 'due' | 'trigger'> => ({
  due: { by: 'at once', on: run.recorded },
  trigger: first,
})

const erasedScope =
  (
    run: DeclaredErasureRun,
    rows: ReadonlyMap<ScopeId, FencedKeyRow>,
    borrowerClocks: ReadonlyMap<string, DeletionClock>,
  ) =>
  (scope: ScheduledScope): ErasedScope => {
    const { due, trigger } =
      borrowerClocks.get(scope.stream) ?? effectiveDeletionClock(scope) ?? clockFromDeclaration(run, scope)
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

const classesOf = (scopes: ReadonlyArray<ScheduledScope>): ReadonlyArray<ScopeClass> =>
  [...new Set(scopes.map(({ class: name }) => name))].sort()

/** The statement of a run after every step has succeeded. */
export const certificateStatementOfRun =
  (classes: DeletionClasses) =>
  (
    run: DeclaredErasureRun,
    rows: ReadonlyArray<FencedKeyRow>,
    steps: ReadonlyArray<CompletedErasureStep>,
    holdsInForce: number,
  ): CertificateStatement => ({
    format: 'glemsom certificate 1',
    certificate: certificateIdOf(run.run),
    run: run.run,
    log: run.log,
    position: run.log === 'circulation' ? run.position : '',
    scopes: run.scopes.map(
      erasedScope(run, new Map(rows.map((row) => [row.scope, row])), borrowerClocksByStream(run.scopes)),
    ),
    why: classesOf(run.scopes).map((name) => ({
      class: name,
      legalBasis: classes[name].legalBasis,
      promise: classes[name].promise,
    })),
    method: 'key destroyed in the key store and fenced',
    steps,
    horizon: 'open',
    ...(run.log === 'circulation' ? { holdsInForce } : {}),
  })
