import type { Alterations } from './find-alterations'
import type { ValidHead } from './check-heads'
import type { LeafDifference } from './compare-leaves'
import type { LogName } from './exported-event'
import { readPlaces, type EventPlace, type ExportedLog } from './read-log'
import type { AlterationFinding, BetweenHeads, HeadReference } from './export-verification'

/** The most differing events of a log that are named. */
const maxFindings = 1000

/** A head, as findings name it. */
export const headReference =
  ({ descriptions }: Pick<ExportedLog, 'descriptions'>) =>
  ({ size, source, cosignatures }: ValidHead): HeadReference => ({
    ...{ size, source, cosignatures },
    endsWith: descriptions.get(size) ?? null,
  })

/** The number of the event that a difference names: for a missing one, of the event at its place. */
const namedNumber = ({ found }: LeafDifference): number => found + 1

const unknownPlace = (event: number): EventPlace => ({
  event,
  ...{ stream: null, revision: null, type: null, recorded: null },
})

const findingOf = (
  log: LogName,
  places: ReadonlyMap<number, EventPlace>,
  since: BetweenHeads<HeadReference>,
  difference: LeafDifference,
): AlterationFinding => {
  const number = namedNumber(difference)
  const place = places.get(number)
  const event = place ?? unknownPlace(number)
  switch (difference.kind) {
    case 'added':
      return { kind: 'added', log, event, since }
    case 'missing':
      return { kind: 'missing', log, signedAs: difference.signed + 1, before: place ?? null, since }
    case 'changed':
    case 'moved':
      return { kind: difference.kind, log, signedAs: difference.signed + 1, event, since }
  }
}

/** The alterations of a log as findings. Reads the log once more, to name the events. */
export const findingsOfAlterations = async (
  folder: string,
  log: LogName,
  read: ExportedLog,
  { events, contradiction, shorterThan }: Alterations,
): Promise<ReadonlyArray<AlterationFinding>> => {
  const reference = headReference(read)
  const sinceOf = ({ after, before }: BetweenHeads<ValidHead>): BetweenHeads<HeadReference> => ({
    after: reference(after),
    before: before === null ? null : reference(before),
  })
  const named = events?.differences.slice(0, maxFindings) ?? []
  const places = await readPlaces(folder, log, new Set(named.map(namedNumber)))
  return [
    ...(events === undefined
      ? []
      : named.map((difference) => findingOf(log, places, sinceOf(events.since), difference))),
    ...(contradiction === undefined
      ? []
      : [
          {
            ...{ kind: 'rewritten' as const, log, heads: contradiction.heads },
            ...{ from: contradiction.afterSize + 1, to: contradiction.upToSize },
            since: sinceOf(contradiction.since),
          },
        ]),
    ...(shorterThan === undefined
      ? []
      : [{ kind: 'shortened' as const, log, events: read.events, head: reference(shorterThan) }]),
  ]
}
