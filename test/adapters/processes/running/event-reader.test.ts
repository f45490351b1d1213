import { eventReader } from '../../../../adapters/processes/running/event-reader'
import { definitions } from '../../../../domain/catalogue'
import { canonical } from '../../../../domain/event/canonical'
import { tableOf } from '../../../../domain/event/decode'
import { plain } from '../../../../domain/event/remembered'
import type { StreamName } from '../../../../domain/event/stream'
import type { Keys } from '../../../../domain/ports/keys'
import type { Position, RecordedEvent } from '../../../../domain/ports/event-store'
import type { EventId } from '../../../../domain/values/ids'
import { right } from '../../../fixtures/right'

const copySetAside: RecordedEvent = {
  id: '00000000-0000-4000-8000-000000000001' as EventId,
  type: 'CopySetAside',
  version: 1,
  recorded: '2026-11-22',
  open: canonical({
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

/** Keys that open every part, and count how often they are asked. */
const given = (whileOpening: () => void = () => undefined) => {
  let opened = 0
  const keys: Pick<Keys, 'open'> = {
    open: (_place, _sealed, parts) => () => {
      opened += 1
      whileOpening()
      return Promise.resolve(parts.map(() => plain(details)))
    },
  }
  const reader = eventReader(tableOf(definitions), keys)
  return { reader, timesOpened: () => opened }
}

describe('a reader of events', () => {
  const read = async ({ reader }: ReturnType<typeof given>, stored: RecordedEvent = copySetAside) =>
    right(await reader.open(right(reader.decode('circulation')(stored)))())

  it('opens an event once for all who read it from memory', async () => {
    const of = given()
    const first = await read(of)
    expect(first).toMatchObject({ type: 'CopySetAside', sealed: { setAside: { value: details } } })
    expect(await read(of)).toBe(first)
    expect(of.timesOpened()).toBe(1)
  })

  it('opens an event anew that was read from the store once more', async () => {
    const of = given()
    await read(of)
    await read(of, { ...copySetAside })
    expect(of.timesOpened()).toBe(2)
  })

  it('opens an event anew after what it had opened was dropped', async () => {
    const of = given()
    await read(of)
    of.reader.clear()
    await read(of)
    expect(of.timesOpened()).toBe(2)
  })

  it('keeps nothing of an event that was being opened when everything was dropped', async () => {
    const of: ReturnType<typeof given> = given(() => {
      if (of.timesOpened() === 1) of.reader.clear()
    })
    await read(of)
    await read(of)
    expect(of.timesOpened()).toBe(2)
  })
})
