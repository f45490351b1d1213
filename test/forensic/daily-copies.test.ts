import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type BackupManifest, SignedManifest } from '../../adapters/stores/backup/backup-manifest'
import { InventoryPart, InventoryScope } from '../../adapters/stores/inventory/scope-inventory-lines'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../e2e/use-case-steps'
import { backUpInto, eraseBorrower } from '../fixtures/backups'
import { openingDay, openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** What somebody has who gets a backup and an inventory each day, and all names and sizes of their files. */
interface DailyCopies {
  readonly day: Day
  /** The sizes of the files of the backup that hold *persons*. */
  readonly sizes: ReadonlyArray<readonly [string, number]>
  /** The members of the manifests that differ from those of another day although nothing happened in *circulation*. */
  readonly manifests: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly personsInInventory: ReadonlyArray<string>
  readonly circulationInInventory: number
}

const filesUnder = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

/** What a manifest says apart from *circulation*: its random parts and its signature by their lengths alone. */
const restOfManifest = (text: string): Readonly<Record<string, unknown>> => {
  const { manifest, signature } = rightOrThrow(SignedManifest.decode(JSON.parse(text)))
  const { circulation, files, persons, backup, takenOn, ...rest }: BackupManifest = manifest
  const ofPersons = files.filter(({ name }) => name.includes('persons')).map(({ name, bytes }) => [name, bytes])
  return { ...rest, files: ofPersons, lengths: [persons, backup, signature].map(({ length }) => length) }
}

const readInventory = (file: string) => {
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const scopes = lines.filter(InventoryScope.is)
  const inCirculation = new Set(scopes.filter(({ log }) => log === 'circulation').map(({ scope }) => scope))
  const ofPersons = [...scopes, ...lines.filter(InventoryPart.is)].filter(({ scope }) => !inCirculation.has(scope))
  return { persons: ofPersons.map((line) => JSON.stringify(line)).sort(), circulation: inCirculation.size }
}

const takeCopies = async (library: RunningLibrary, folder: string, day: Day): Promise<DailyCopies> => {
  const [backup, inventory] = [`${folder}-backup-${day}`, `${folder}-inventory-${day}`]
  await backUpInto(library, backup)
  rightOrThrow(await library.writeInventory(inventory)())
  const files = filesUnder(backup)
  const { persons, circulation } = readInventory(inventory)
  return {
    day,
    sizes: files
      .filter((name) => name.includes('persons'))
      .map((name) => [name, statSync(path.join(backup, name)).size]),
    manifests: files
      .filter((name) => name.endsWith('manifest.json'))
      .map((name) => restOfManifest(readFileSync(path.join(backup, name), 'utf8'))),
    personsInInventory: persons,
    circulationInInventory: circulation,
  }
}

/**
 * Ten days of one month, and days of the next two. Who registers borrows at once. Two borrowers are erased on request: one
 * in the month of the registration, and one in the next.
 */
const days: ReadonlyArray<Day> = [
  ...Array.from({ length: 10 }, (_, at) => addDays(at)(openingDay)),
  ...['2026-02-03', '2026-02-04', '2026-02-06', '2026-03-02', '2026-03-03'].map((day) => day as Day),
]
const daysWithoutRegistration: ReadonlySet<number> = new Set([1, 4, 5, 8, 11, 14])

const copiesOfEachDay = async (folder: string): Promise<ReadonlyArray<DailyCopies>> => {
  const library = await openLibraryIn(folder, { alarm: () => undefined })
  await acquireOneCopy(library)
  const copies: DailyCopies[] = []
  const borrowers: BorrowerId[] = []
  for (const [at, day] of days.entries()) {
    rightOrThrow(await library.clock.moveTo(day, () => undefined)())
    if (!daysWithoutRegistration.has(at)) {
      const borrower = await registerNumberedBorrower(library, at)
      borrowers.push(borrower)
      const loan = { copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) }
      rightOrThrow(await lendCopy(library.useCaseDependencies)(loan)())
      const back = { copy: oneCopy, branch: homeBranch, ...nowOnce(library) }
      rightOrThrow(await returnCopy(library.useCaseDependencies)(back)())
      if (at === 6) await eraseBorrower(library, borrower)
    }
    if (at === 11) await eraseBorrower(library, borrowers[0]!)
    copies.push(await takeCopies(library, folder, day))
  }
  await library.close()
  return copies
}

const monthOf = ({ day }: DailyCopies): string => day.slice(0, 7)

describe('a backup and an inventory of each day', () => {
  let copies: ReadonlyArray<DailyCopies>
  beforeAll(() =>
    withTemporaryFolder(async (folder) => {
      copies = await copiesOfEachDay(folder)
    }),
  )

  /** What is told on each day of a month, once for each different answer. */
  const answersIn = (tell: (copies: DailyCopies) => unknown): ReadonlyMap<string, ReadonlySet<string>> =>
    copies.reduce(
      (answers, each) =>
        answers.set(monthOf(each), new Set([...(answers.get(monthOf(each)) ?? []), JSON.stringify(tell(each))])),
      new Map<string, ReadonlySet<string>>(),
    )

  it.each<readonly [string, (copies: DailyCopies) => unknown]>([
    ['by the sizes of their files', ({ sizes }) => sizes],
    ['by their manifests', ({ manifests }) => manifests],
    ['by what an inventory lists', ({ personsInInventory }) => personsInInventory],
  ])('tell nothing of a day in persons %s: on every day of a month they tell the same', (_, tell) => {
    expect([...answersIn(tell)].map(([month, answers]) => [month, answers.size])).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-03', 1],
    ])
  })

  it('would tell it, as they tell each day of circulation', () => {
    expect(answersIn(({ circulationInInventory }) => circulationInInventory).get('2026-01')?.size).toBeGreaterThan(5)
  })

  it('list in persons what the month before had, once that is closed', () => {
    const listed = copies.map(({ personsInInventory }) => personsInInventory.length)
    expect(listed[0]).toBe(0)
    expect(listed[10]).toBeGreaterThan(0)
    expect(listed.at(-1)).toBeGreaterThan(listed[10] ?? 0)
  })
})
