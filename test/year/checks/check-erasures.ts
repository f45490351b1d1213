import { sealContextOf } from '../../../domain/command-handling/open-event'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { readLivingScopes } from './read-living-scopes'
import type { GroundTruth, TrueScope } from '../ground-truth/ground-truth'
import { isLivingAfter } from '../ground-truth/scopes'
import type { ScopeId } from '../../../domain/values/ids'
import { broken, promiseOfClass, type BrokenPromise } from './broken-promise'
import type { Check, Midnight } from './midnight'

/** What the log declares due since the last midnight is exactly what has reached its day, and a certificate names it. */
export const checkDeclaredErasures: Check = ({ gone, facts }) => {
  const { declared, certified } = facts
  const due = new Map(gone.map(({ id, class: name }) => [id, name]))
  const all: BrokenPromise[] = []
  for (const [id, name] of due)
    if (!declared.has(id)) all.push(broken(promiseOfClass[name], 'was not erased on its day', id))
  for (const id of declared)
    if (!due.has(id)) all.push(broken('certificates for exactly what went', 'was erased before its day', id))
  for (const id of declared)
    if (!certified.has(id)) all.push(broken('certificates for exactly what went', 'has no certificate', id))
  for (const id of certified)
    if (!declared.has(id)) all.push(broken('certificates for exactly what went', 'a certificate without erasure', id))
  return all
}

/** The scopes that have a key in the files of the key store. */
const scopesWithKey = (folder: string): ReadonlySet<string> => {
  const { keys } = dataFolderLayout(folder)
  return new Set([keys.circulation, keys.persons].flatMap(readLivingScopes))
}

/** The keys that live are exactly those of what has not reached its day. */
export const checkLivingKeys: Check = ({ year: { groundTruth }, folder, day }) => {
  const living = scopesWithKey(folder)
  const isLiving = isLivingAfter(groundTruth)(day)
  const all: BrokenPromise[] = []
  for (const scope of groundTruth.scopes.values())
    if (isLiving(scope) && !living.has(scope.id))
      all.push(broken(promiseOfClass[scope.class], 'lost its key before its day', scope.id))
  for (const id of living) {
    if (groundTruth.scopes.has(id)) continue
    const name = groundTruth.gone.get(id)?.class
    const promise = name === undefined ? 'nobody but the library decides when a key goes' : promiseOfClass[name]
    all.push(broken(promise, name === undefined ? 'a key of nothing known' : 'its key lives after its day', id))
  }
  return all
}

const readableParts = async ({ year, logs }: Midnight, ids: ReadonlyArray<string>): Promise<ReadonlySet<string>> => {
  const { keys } = year.library.useCaseDependencies.commandHandling
  const readable = new Set<string>()
  for (const id of ids) {
    const event = logs.firstEventOf.get(id)
    const part = event?.parts.find(({ scope }) => scope === (id as ScopeId))
    if (event === undefined || part === undefined) continue
    const [opened] = await keys.openParts(sealContextOf(event), event.stored.sealed, [part])()
    if (opened?._tag === 'Plain') readable.add(id)
  }
  return readable
}

/** So many records are looked at each night where all of them would take too long. */
const sample = 25

/**
 * What went cannot be opened any more, and no store holds anything of some of it. The records of a borrower who was erased
 * cannot be opened either.
 */
export const checkNothingReadable: Check = async (midnight) => {
  const { gone, year, day } = midnight
  const { groundTruth, library } = year
  const erasedToday = new Set([...groundTruth.erased].filter(([, on]) => on === day).map(([borrower]) => borrower))
  const hidden = [...groundTruth.scopes.values()].filter(
    ({ borrower }) => borrower !== null && erasedToday.has(borrower),
  )
  const scopes = [...gone, ...hidden]
  const readable = await readableParts(
    midnight,
    scopes.map(({ id }) => id),
  )
  const withStoresToLookAt = new Set(Array.from({ length: sample }, () => year.random.pickOne(scopes)?.id))
  return scopes.flatMap(({ id, class: name }) => [
    ...(readable.has(id) ? [broken(promiseOfClass[name], 'is readable after its day', id)] : []),
    ...(withStoresToLookAt.has(id) ? library.derivedStores.holding([id as ScopeId]) : []).map((store) =>
      broken(promiseOfClass[name], `is held by ${store} after its day`, id),
    ),
  ])
}

/** A notice without a borrower was made for one who was erased on the same day, before anybody could read it. */
const isOfErasedBorrower = ({ erased }: GroundTruth, { borrower, class: name }: TrueScope): boolean =>
  borrower === null ? name === 'notice' || name === 'messageCount' : erased.has(borrower)

/** What has not reached its day is readable: some of all that lives, other ones each night. */
export const checkLivingReadable: Check = async (midnight) => {
  const { groundTruth, random } = midnight.year
  const readableScopes = [...groundTruth.scopes.values()].filter(
    (scope) => scope.class !== 'idempotency' && !isOfErasedBorrower(groundTruth, scope),
  )
  const chosen = Array.from({ length: sample }, () => random.pickOne(readableScopes)).filter(
    (scope) => scope !== undefined && midnight.logs.firstEventOf.has(scope.id),
  )
  const readable = await readableParts(
    midnight,
    chosen.map((scope) => scope!.id),
  )
  return chosen
    .filter((scope) => !readable.has(scope!.id))
    .map((scope) => broken(promiseOfClass[scope!.class], 'is not readable before its day', scope!.id))
}

/** The library itself knows of nothing that is overdue. */
export const checkNothingOverdue: Check = async ({ year }) => {
  const { overdue, dueNow, held, failed } = await year.library.retention.status()
  return overdue === 0 && dueNow <= held && failed.length === 0
    ? []
    : [
        broken(
          'no overdue erasure',
          `${String(overdue)} overdue, ${String(dueNow)} due, ${String(held)} held`,
          failed.join(),
        ),
      ]
}
