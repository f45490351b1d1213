import type { StolenYear } from '../evidence/collect-year'
import { scopesDeclaredDue } from '../stored-events'
import { recordOfEvent } from './record-of-event'
import type { AttackerData } from './attacker-knowledge'

/** Whoever watches the files while they are written sees more: see the threat model. No strategy of an attacker uses it. */
const isWatched = (figure: string): boolean => figure.startsWith('folder: ')

/** The days (numbers from 0) on which the size of a file of *persons* in the backups changed, and how many were there. */
const countsAtSizeSteps = ({ evidence, registeredAfterDay }: StolenYear): ReadonlyArray<readonly [number, number]> =>
  [...evidence.figures]
    .filter(([name]) => name.startsWith('backup: ') && name.includes('persons'))
    .flatMap(([, sizes]) => {
      const days = [...sizes.keys()]
      return days
        .filter((day, index) => index > 0 && sizes.get(day) !== sizes.get(days[index - 1] ?? day))
        .map((day) => [day + 1, registeredAfterDay[day] ?? 0] as const)
    })

const daysInEscrow = 7

/**
 * When *persons* was written last, by the times of the files, or by the order in which they were made: the wrapping keys
 * in escrow, of seven days, were put there one after the other. All borrowers had registered by then.
 */
const countsByFiles = (year: StolenYear, orderOf: (file: StolenYear['folder']['files'][number]) => number) => {
  const { files } = year.folder
  const escrow = files.filter(({ name }) => name.includes('escrow-'))
  const written = files.filter(({ name }) => /^persons\.db(-wal)?$/.test(name)).map(orderOf)
  const later = escrow.filter((file) => orderOf(file) > Math.max(...written)).length
  const end = year.registeredAfterDay.length
  const day = end - (later * daysInEscrow) / Math.max(1, escrow.length)
  return [[day, year.registeredAfterDay.at(-1) ?? 0] as const]
}

/** The records of which an attacker with every living key can open a part, with their borrowers. */
export const livingRecordsOf = ({ events, insider }: Pick<StolenYear, 'events' | 'insider'>) => {
  const records = new Set(events.map(recordOfEvent))
  const living = new Set(insider.parts.map(({ scope }) => scope).filter((scope) => records.has(scope)))
  const owners = insider.parts.flatMap(({ scope, value }) => {
    const { borrower } = value as { readonly borrower?: string }
    return borrower === undefined || !living.has(scope) ? [] : [[scope, borrower] as const]
  })
  return { living, owners: new Map(owners) }
}

/** What an attacker without a key has. */
export const dataWithoutKey = (year: StolenYear): AttackerData => ({
  events: year.events,
  owners: new Map(),
  figures: new Map([...year.evidence.figures].filter(([name]) => !isWatched(name))),
  changes: year.evidence.changes,
  places: year.folder.places,
  counts: new Map([
    ['steps of sizes in backups', countsAtSizeSteps(year)],
    ['times of files', countsByFiles(year, ({ modifiedAt }) => modifiedAt)],
    ['order of new files', countsByFiles(year, ({ inode }) => inode)],
  ]),
  hollow: [],
})

/** Records whose keys are there, of which no part opens, and which were not erased themselves. */
export const hollowRecordsOf = (year: Pick<StolenYear, 'events' | 'insider' | 'folder'>): ReadonlyArray<string> => {
  const { living } = livingRecordsOf(year)
  const erased = scopesDeclaredDue(year.events)
  const records = new Set(year.events.flatMap((event) => recordOfEvent(event) ?? []))
  return [...records].filter((id) => year.folder.withKey.has(id) && !living.has(id) && !erased.has(id))
}

/** How many registrations each opened backup has, by the number of its day. */
const countsInOpenedBackups = ({ events, personsInBackups }: StolenYear): ReadonlyArray<readonly [number, number]> => {
  const persons = events.filter(({ log }) => log === 'persons')
  const first = Date.parse(String(events.find(({ log }) => log === 'circulation')?.recorded))
  return [...personsInBackups].map(([day, count]) => [
    Math.round((Date.parse(day) - first) / 86_400_000),
    persons.slice(0, count).filter(({ type }) => type === 'BorrowerRegistered').length,
  ])
}

/** What an attacker has who has every living key as well. */
export const dataWithLivingKeys = (year: StolenYear): AttackerData => {
  const data = dataWithoutKey(year)
  return {
    ...data,
    owners: livingRecordsOf(year).owners,
    places: new Map([...data.places, ...year.decryptedViews]),
    counts: new Map([...data.counts, ['opened backups', countsInOpenedBackups(year)]]),
    hollow: hollowRecordsOf(year),
  }
}
