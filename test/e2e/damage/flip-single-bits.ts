import { logNames, type StreamName } from '../../../domain/event/stream'
import { pageOfBorrowers } from '../../../projections/borrowers/borrower-queries'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { makeSeededRandom, type SeededRandom } from '../../forensic/simulation/seeded-random'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { damageAndOpen } from './damage-and-open'
import { eventsInFile, type EventInFile, type FlippedColumn } from './flip-bit'
import { makeLibraryWithHistory } from './library-with-history'

const isErased = (value: unknown): boolean => typeof value === 'object' && value !== null && 'erased' in value

/** The sealed parts of an event that can be opened, and how many it has. */
const countParts = async (library: RunningLibrary, { log, stream, revision }: EventInFile) => {
  const shown = (await library.showStream(log, stream as StreamName)).find((event) => event.revision === revision)
  const names = Object.keys(shown?.stored.sealed ?? {}).filter((name) => name !== 'statistics')
  const living = names.filter((name) => !isErased(shown?.staff[name]))
  return { living: living.length, all: Object.keys(shown?.stored.sealed ?? {}).length }
}

/** Whether the flipped bit makes the event unreadable, wherever in the column it is. */
const isSurelyNoticed = (column: FlippedColumn, parts: { readonly living: number; readonly all: number }): boolean => {
  if (column === 'type') return true
  return column === 'sealed' ? parts.living === 1 && parts.all === 1 : column !== 'recorded' && parts.living > 0
}

const pickColumn = (random: SeededRandom, { sealedBytes }: EventInFile): FlippedColumn => {
  const columns: ReadonlyArray<FlippedColumn> = ['type', 'open', 'open', 'open', 'id', 'recorded']
  return random.pickOne(sealedBytes === 0 ? columns : [...columns, 'sealed', 'sealed', 'sealed', 'sealed']) ?? 'open'
}

const describeFlip = ({ log, stream, revision, type }: EventInFile, column: FlippedColumn, bit: number): string =>
  `${log} ${stream} ${String(revision)} ${type}: ${column} at ${String(bit)}`

/** What must hold of a library in which one bit is flipped. */
interface FlipOutcome {
  readonly flipped: string
  /** Whether the place is named; `maybe` where the change may stay unnoticed. */
  readonly named: boolean | 'maybe'
  /** The borrowers that are not served, although the damaged event is not theirs. */
  readonly unserved: ReadonlyArray<string>
  readonly lends: boolean
  /** Whether health and an alarm say what is named. */
  readonly saysSo: boolean
}

export interface FlipOutcomes {
  readonly outcomes: ReadonlyArray<FlipOutcome>
  readonly expected: ReadonlyArray<FlipOutcome>
  /** How many flips were noticed. */
  readonly named: number
}

interface PickedFlip {
  readonly event: EventInFile
  readonly column: FlippedColumn
  readonly bit: number
  readonly isNoticed: boolean
}

const pickFlips = async (
  library: RunningLibrary,
  events: ReadonlyArray<EventInFile>,
  count: number,
  random: SeededRandom,
): Promise<ReadonlyArray<PickedFlip>> => {
  const picked: PickedFlip[] = []
  for (let index = 0; index < count; index += 1) {
    const event = random.pickOne(events)
    if (event === undefined) throw new Error('the logs are empty')
    const column = pickColumn(random, event)
    const isNoticed = isSurelyNoticed(column, await countParts(library, event))
    picked.push({ event, column, bit: random.fraction(), isNoticed })
  }
  return picked
}

/**
 * Damages so many random events in turn, one bit each. Each time the library is folded anew. An event without a living
 * sealed part may have changed unnoticed (see the threat model in retention/README.md); all the rest must hold then too.
 */
export const flipSingleBits = (count: number, seed: number): Promise<FlipOutcomes> =>
  withTemporaryFolder(async (folder) => {
    await makeLibraryWithHistory(folder)
    const whole = await openLibraryIn(
      folder,
      openOptionsWithAlarm((kind) => {
        throw new Error(`alarm: ${kind}`)
      }),
    )
    const borrowers = pageOfBorrowers(undefined, 1000)(whole.rows).map(({ borrower }) => borrower)
    const events = logNames.flatMap((log) => eventsInFile(folder, log))
    const picked = await pickFlips(whole, events, count, makeSeededRandom(seed))
    await whole.close()
    const outcomes: FlipOutcome[] = []
    let named = 0
    for (const { event, column, bit, isNoticed } of picked) {
      const { stream, revision } = event
      const after = await damageAndOpen(folder, event, column, bit)
      const isNamed = after.damaged.some((place) => place.stream === stream && place.revision === revision)
      if (isNamed) named += 1
      outcomes.push({
        flipped: describeFlip(event, column, bit),
        named: isNoticed ? isNamed : 'maybe',
        unserved: borrowers.filter((borrower) => stream !== `borrower-${borrower}` && !after.borrowers.has(borrower)),
        lends: after.lends,
        saysSo: !isNamed || (!after.isWell && after.alarms.includes('EventDamaged')),
      })
    }
    const expected = outcomes.map(({ flipped, named: name }): FlipOutcome => ({
      flipped,
      named: name === 'maybe' ? name : true,
      unserved: [],
      lends: true,
      saysSo: true,
    }))
    return { outcomes, expected, named }
  })
