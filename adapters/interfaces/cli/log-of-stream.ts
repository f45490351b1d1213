import { categoryOfStream, streamCategories, type LogName, type StreamName } from '../../../domain/event/stream'

const persons: ReadonlyArray<string> = streamCategories.persons
const circulation: ReadonlyArray<string> = streamCategories.circulation

/** The log of a stream; circulation when both logs have streams of its category. */
export const logOfStream = (stream: StreamName): LogName => {
  const category = categoryOfStream(stream)
  return persons.includes(category) && !circulation.includes(category) ? 'persons' : 'circulation'
}
