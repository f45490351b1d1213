import { categoryOfStream, type EventAddress } from '../../../domain/event/stream'

/** Stream categories whose names may be shown. The name of any other stream holds an id that points to a person. */
const categoriesWithoutPersons: ReadonlySet<string> = new Set(['copy', 'title', 'day', 'month', 'epoch'])

export const isStreamWithoutPerson = ({ stream }: Pick<EventAddress, 'stream'>): boolean =>
  categoriesWithoutPersons.has(categoryOfStream(stream))

/** The place of an event for logs and answers: with its stream only when the name of the stream points to no person. */
export const eventAddressWithoutPerson = ({
  log,
  stream,
  revision,
}: EventAddress): Omit<EventAddress, 'stream'> & Partial<Pick<EventAddress, 'stream'>> =>
  isStreamWithoutPerson({ stream }) ? { log, stream, revision } : { log, revision }
