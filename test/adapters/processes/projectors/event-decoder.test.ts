import { createEventDecoder } from '../../../../adapters/processes/projectors/event-decoder'
import { eventDefinitions } from '../../../../domain/event-definitions'
import { canonicalJson } from '../../../../domain/event/canonical-json'
import { eventDefinitionsByType } from '../../../../domain/event/decode-event-parts'
import { makePlain } from '../../../../domain/event/plain-or-erased'
import type { StreamName } from '../../../../domain/event/stream'
import type { CachingScopeKeys } from '../../../../retention/keys/caching-scope-keys'
import type { Position, RecordedEvent } from '../../../../domain/ports/event-store'
import type { EventId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const copySetAside: RecordedEvent = {
  id: '00000000-0000-4000-8000-000000000001' as EventId,
  type: 'CopySetAside',
  version: 1,
  recorded: '2026-11-22',
  open: canonicalJson({
    setAside: '00000000-0000-4000-8000-000000000002',
    copy: '3274626533',
    title: '52557240',
    branch: 'DK-785100',
    latestEnd: '2026-12-22',
  }),
  sealed: Uint8Array.of(1),
  stream: 'copy-3274626533' as StreamName,
  revision: 1,
  position: '000000000002' as Position,
}

const details = {
  borrower: '00000000-0000-4000-8000-000000000003',
  reservation: '00000000-0000-4000-8000-000000000004',
  pickUpBranch: 'DK-785100',
}

/** An event decoder whose keys open every part, and count how often they open. */
const countingDecoder = (whileOpening: () => void = () => undefined) => {
  let opened = 0
  const keys: Pick<CachingScopeKeys, 'openParts' | 'prefetchKeys'> = {
    prefetchKeys: () => () => Promise.resolve(),
    openParts: (_context, _sealed, parts) => () => {
      opened += 1
      whileOpening()
      return Promise.resolve(parts.map(() => makePlain(details)))
    },
  }
  const decoder = createEventDecoder(eventDefinitionsByType(eventDefinitions), keys)
  return { decoder, timesOpened: () => opened }
}

describe('an event decoder', () => {
  const read = async ({ decoder }: ReturnType<typeof countingDecoder>, stored: RecordedEvent = copySetAside) =>
    rightOrThrow(await decoder.open(rightOrThrow(decoder.decode('circulation')(stored)))())

  it('opens an event that is read from memory once', async () => {
    const counting = countingDecoder()
    const first = await read(counting)
    expect(first).toMatchObject({ type: 'CopySetAside', sealed: { setAside: { value: details } } })
    expect(await read(counting)).toBe(first)
    expect(counting.timesOpened()).toBe(1)
  })

  it('opens an event again that is read from the store again', async () => {
    const counting = countingDecoder()
    await read(counting)
    await read(counting, { ...copySetAside })
    expect(counting.timesOpened()).toBe(2)
  })

  it('opens an event again after its cache was cleared', async () => {
    const counting = countingDecoder()
    await read(counting)
    counting.decoder.clear()
    await read(counting)
    expect(counting.timesOpened()).toBe(2)
  })

  it('does not cache an event that was being opened when its cache was cleared', async () => {
    const counting: ReturnType<typeof countingDecoder> = countingDecoder(() => {
      if (counting.timesOpened() === 1) counting.decoder.clear()
    })
    await read(counting)
    await read(counting)
    expect(counting.timesOpened()).toBe(2)
  })
})
