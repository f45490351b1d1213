import type { StreamName } from '../../../../../domain/event/stream'
import type { Page, Position, RecordedEvent, Revision } from '../../../../../domain/ports/event-store'
import type { Standing, StreamSoFar } from '../../decide-append'
import { paged } from '../../reading'
import type { Pages } from '../reading/pages'
import { usualSettings } from '../settings'

/** A stream as it was read, for deciding; it knows the positions by heart, since places here are no small numbers. */
export interface SoFar extends StreamSoFar {
  readonly positionAt: (revision: Revision) => Position | undefined
}

type Kept = Pick<RecordedEvent, 'id' | 'revision' | 'position'>

const standing = ({ id, revision }: Kept): Standing => ({ id, revision, place: revision })

const soFarOf = (last: Revision, events: ReadonlyArray<Kept>): SoFar => ({
  last,
  standingFrom: (first, count) =>
    events.filter(({ revision }) => revision >= first && revision < first + count).map(standing),
  standingById: (ids) => {
    const wanted = new Set<string>(ids)
    return events.filter(({ id }) => wanted.has(id)).map(standing)
  },
  positionAt: (at) => events.find(({ revision }) => revision === at)?.position,
})

/** Where the stream ends, and what stands at some revisions before that. */
export const afterRevision = async (
  pages: Pages,
  stream: StreamName,
  before: Revision,
  count: number,
): Promise<SoFar> => {
  const [end] = await pages.ofStream(stream, 'backwards', undefined, 1)
  if (end === undefined) return soFarOf(-1, [])
  const wanted = Math.min(count, end.revision - before)
  return soFarOf(end.revision, wanted > 0 ? await pages.ofStream(stream, 'forwards', before + 1, wanted) : [])
}

/** The whole stream, without what its events hold. */
export const wholeStream = async (pages: Pages, stream: StreamName): Promise<SoFar> => {
  const kept: Array<Kept> = []
  const read = (from: Revision, count: number): Promise<Page> => pages.ofStream(stream, 'forwards', from, count)
  const next = (page: Page) => (page.at(-1)?.revision ?? 0) + 1
  for await (const page of paged(read, next, 0, Infinity, usualSettings.pageSize))
    for (const { id, revision, position } of page) kept.push({ id, revision, position })
  return soFarOf(kept.length - 1, kept)
}
