import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { certificatesReadModel } from '../../../projections/certificates/certificates-read-model'
import { findCertificateHorizon } from '../../../projections/certificates/certificate-horizon'
import type { DomainEvent } from '../../../domain/event/domain-event'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { DueScope } from '../../../domain/erasure/events/erasure-due'
import type { CertificateId, RunId, ScopeId } from '../../../domain/values/ids'
import { certificateIdOf } from '../../../retention/certificates/certificate-id'
import type { CertificateStatement } from '../../../retention/certificates/certificate-statement'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { copyLogs } from './durable-library'
import {
  changeScope,
  isErased,
  isInDoubt,
  isUnreadable,
  livedOn,
  mayBeDeclared,
  noteGone,
  rightAnswers,
  type LifeModel,
  type ModelCopy,
  type RingCopy,
} from './life-model'
import { epochsIn, type LifeUnderTest } from './life-under-test'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

/** Takes over which scopes the log declares erased: none that was not due, and after a complete run all that were. */
export const expectDeclaredAreDue = (
  model: LifeModel,
  { library, process, ring }: LifeUnderTest,
  isComplete: boolean,
) => {
  const { schedule } = process()
  for (const scope of [...model.scopes.values()]) {
    if (scope.endedIn !== undefined) assertThat(schedule.isEnded(scope.scope)).toBe(true)
    else if (schedule.isEnded(scope.scope)) {
      assertThat(mayBeDeclared(model, library.held, scope)).toBe(true)
      changeScope(model, scope.scope, { endedIn: ring().currentEpoch() })
    } else if (isComplete && !isInDoubt(model.scopes, scope))
      assertThat(mayBeDeclared(model, library.held, scope)).toBe(false)
  }
}

/** What a process that starts now answers for every scope. */
export const expectRightAnswers = async ({ scopes }: LifeModel, life: LifeUnderTest): Promise<void> => {
  const events = [...new Set([...scopes.values()].map(({ event }) => event))]
  const answers = await life.openAnew(events)
  for (const [at, { parts }] of events.entries())
    for (const [part, { scope }] of parts.entries()) {
      const known = scopes.get(scope)
      if (known !== undefined) assertThat(rightAnswers(scopes, known)).toContain(answers[at]?.[part])
    }
}

const openOf = <A>({ open }: RecordedEvent): A => JSON.parse(open) as A

interface Declared {
  readonly run: RunId
  readonly scopes: ReadonlyArray<DueScope>
}
interface Certified {
  readonly run: RunId
  readonly statement: string
}

/** The declarations, the certificates and the horizons in both logs. */
export const readErasures = async ({ library }: LifeUnderTest) => {
  const { circulation, persons } = await copyLogs(library)
  const events = [...circulation, ...persons]
  const ofType = (name: string): ReadonlyArray<RecordedEvent> => events.filter(({ type }) => type === name)
  return {
    declared: ofType('ErasureDue').map((event) => openOf<Declared>(event)),
    certified: ofType('ScopesErased').map((event) => ({
      recorded: event.recorded,
      run: openOf<Certified>(event).run,
      scopes: (JSON.parse(openOf<Certified>(event).statement) as CertificateStatement).scopes.map(({ scope }) => scope),
    })),
    horizons: ofType('BackupHorizonDeclared').map((event) => openOf<DomainEvent['open']>(event)),
  }
}

const readFences = async ({ library }: LifeUnderTest): Promise<ReadonlyMap<ScopeId, CertificateId | null>> => {
  const { rows } = await library.keys.copy()
  return new Map(rows.flatMap((row) => (row._tag === 'Fenced' ? [[row.scope, row.certificate] as const] : [])))
}

/** Every declared scope is in exactly one certificate, unless somebody fenced a scope of its run, or holds it. */
export const expectOneCertificateEach = async (life: LifeUnderTest): Promise<void> => {
  const { declared, certified } = await readErasures(life)
  const fencedBy = await readFences(life)
  const isStopped =
    (run: RunId) =>
    ({ scope }: DueScope): boolean =>
      life.library.held.has(scope) || (fencedBy.get(scope) ?? certificateIdOf(run)) !== certificateIdOf(run)
  const scopes = certified.flatMap((certificate) => certificate.scopes)
  assertThat(new Set(scopes).size).toBe(scopes.length)
  for (const { run, scopes: due } of declared) {
    const certificates = certified.filter((certificate) => certificate.run === run)
    if (!due.some(isStopped(run))) assertThat(certificates).toHaveLength(1)
    for (const certificate of certificates) assertThat(certificate.scopes).toEqual(due.map(({ scope }) => scope).sort())
  }
}

/** The key of every scope that has a certificate is destroyed, also in a restored key store. */
export const expectCertifiedHaveNoKey = async (life: LifeUnderTest): Promise<void> => {
  const { certified } = await readErasures(life)
  const fencedBy = await readFences(life)
  const certifiedScopes = certified.flatMap(({ scopes }) => scopes)
  assertThat(certifiedScopes.filter((scope) => !fencedBy.has(scope))).toEqual([])
}

/** A certificate whose horizon is closed names scopes that no ring opens any more, unless they lived on. Answers whether all are closed. */
export const expectHorizonsAreTrue = async (model: LifeModel, life: LifeUnderTest): Promise<boolean> => {
  noteGone(model, epochsIn(life.ring()))
  const { certified, horizons } = await readErasures(life)
  const readModels = inMemoryReadModels([certificatesReadModel])
  const events = horizons.map((open) => ({ type: 'BackupHorizonDeclared', open, sealed: {} }) as DomainEvent)
  rightOrThrow(readModels.foldEvents(withMetadataIn('circulation')(events)))
  const isClosed = (recorded: string): boolean =>
    findCertificateHorizon(recorded)(readModels.rows).status === 'declared'
  const closed = certified.filter(({ recorded }) => isClosed(recorded))
  readModels.close()
  for (const scope of closed.flatMap(({ scopes }) => scopes).flatMap((scope) => model.scopes.get(scope) ?? []))
    if (!livedOn(model, scope)) assertThat(model.gone.has(scope.scope)).toBe(true)
  return closed.length === certified.length
}

const opensFrom = ({ scopes, keys }: ModelCopy, { ring }: RingCopy): ReadonlyArray<ScopeId> => {
  const epochs = epochsIn(ring)
  const openable = new Set<ScopeId>(
    keys.rows.flatMap((row) => (row._tag === 'Living' && epochs.has(row.epoch) ? [row.scope] : [])),
  )
  return [...scopes.values()]
    .filter((scope) => !isErased(scopes, scope) && !isUnreadable(scopes, scope))
    .filter(({ scope, borrower = scope }) => openable.has(scope) && openable.has(borrower))
    .map(({ scope }) => scope)
}

/** No copies of the keys, with a ring that was copied after the horizon, open what was erased before it. */
export const expectThiefOpensNothingGone = async (model: LifeModel, life: LifeUnderTest): Promise<void> => {
  const copies = [...model.copies.map(({ keys }) => keys), await life.library.keys.copy()]
  for (const copy of [...model.rings, { ring: life.ring(), step: model.step }]) {
    const opened = await life.openedByThief(copy.ring, copies)
    const isGone = (scope: ScopeId): boolean => (model.gone.get(scope) ?? Infinity) <= copy.step
    assertThat([...opened].filter(isGone)).toEqual([])
    // What a thief must be able to open: otherwise this attack would find nothing anyway.
    assertThat([...opened]).toEqual(expect.arrayContaining(model.copies.flatMap((from) => opensFrom(from, copy))))
  }
}
