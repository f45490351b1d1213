import { libraryOpeningErrorMessage } from '../../../adapters/composition/library-opening-error'
import type { StreamName } from '../../../domain/event/stream'

const messageFor = (stream: string): string =>
  libraryOpeningErrorMessage({
    _tag: 'Corrupt',
    reason: 'the tag does not match',
    at: { log: 'circulation', stream: stream as StreamName, revision: 3 },
  })

describe('the message that a library cannot be opened because an event is damaged', () => {
  it.each(['copy-3274626533', 'title-52557240', 'day-2026-01-05', 'month-2026-01'])('names the stream %s', (stream) => {
    expect(messageFor(stream)).toContain(`stream ${stream}, revision 3`)
  })

  it.each(['borrower', 'fee', 'payment', 'receipt'])(
    'names no stream of a %s, because it points to a person',
    (category) => {
      const id = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      expect(messageFor(`${category}-${id}`)).not.toContain(id)
      expect(messageFor(`${category}-${id}`)).toContain('revision 3')
    },
  )
})
