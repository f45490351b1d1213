import { logNames } from '../../../domain/event/stream'
import { pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { makeSeededRandom, type SeededRandom } from '../../forensic/simulation/seeded-random'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { damageAndOpen } from './damage-and-open'
import { eventsInFile, type EventInFile, type FlippedColumn } from './flip-bit'
import { makeLibraryWithHistory } from './library-with-history'

const pickColumn = (random: SeededRandom, { sealedBytes }: EventInFile): FlippedColumn => {
  const columns: ReadonlyArray<FlippedColumn> = ['type', 'open', 'open', 'open', 'id', 'recorded', 'code']
  return random.pickOne(sealedBytes === 0 ? columns : [...columns, 'sealed', 'sealed', 'sealed', 'sealed']) ?? 'open'
}

const describeFlip = ({ log, stream, revision, type }: EventInFile, column: FlippedColumn, bit: number): string =>
  `${log} ${stream} ${String(revision)} ${type}: ${column} at ${String(bit)}`

/** What must hold of a library in which one bit is flipped. */
interface FlipOutcome {
  readonly flipped: string
  /** Whether the place is named. */
  readonly named: boolean
  /** The borrowers that are not served, although the damaged event is not theirs. */
  readonly unserved: ReadonlyArray<string>
  readonly lends: boolean
  /** Whether health and an alarm say what is named. */
  readonly saysSo: boolean
}

export interface FlipOutcomes {
  readonly outcomes: ReadonlyArray<FlipOutcome>
  readonly expected: ReadonlyArray<FlipOutcome>
}

interface PickedFlip {
  readonly event: EventInFile
  readonly column: FlippedColumn
  readonly bit: number
}

const pickFlips = (
  events: ReadonlyArray<EventInFile>,
  count: number,
  random: SeededRandom,
): ReadonlyArray<PickedFlip> =>
  Array.from({ length: count }, () => {
    const event = random.pickOne(events)
    if (event === undefined) throw new Error('the logs are empty')
    return { event, column: pickColumn(random, event), bit: random.fraction() }
  })

/**
 * Damages so many random events in turn, one bit each. Each time the library is folded anew. The code of an event names
 * every flip.
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
    const picked = pickFlips(events, count, makeSeededRandom(seed))
    await whole.close()
    const outcomes: FlipOutcome[] = []
    for (const { event, column, bit } of picked) {
      const { stream, revision } = event
      const after = await damageAndOpen(folder, event, column, bit)
      const isNamed = after.damaged.some((place) => place.stream === stream && place.revision === revision)
      outcomes.push({
        flipped: describeFlip(event, column, bit),
        named: isNamed,
        unserved: borrowers.filter((borrower) => stream !== `borrower-${borrower}` && !after.borrowers.has(borrower)),
        lends: after.lends,
        saysSo: !after.isWell && after.alarms.includes('EventDamaged'),
      })
    }
    const expected = outcomes.map(({ flipped }): FlipOutcome => ({
      flipped,
      named: true,
      unserved: [],
      lends: true,
      saysSo: true,
    }))
    return { outcomes, expected }
  })
