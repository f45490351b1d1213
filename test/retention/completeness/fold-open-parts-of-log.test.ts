import { createHash } from 'node:crypto'
import { eventDefinitions } from '../../../domain/event-definitions'
import { canonicalJson } from '../../../domain/event/canonical-json'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { Position } from '../../../domain/ports/event-store'
import { eventWithExportLine } from '../../../retention/completeness/exported-event'
import { foldOpenPartsOfLog } from '../../../retention/completeness/fold-open-parts-of-log'
import type { OpenPartOfEvent } from '../../../retention/schedule/open-part-of-event'
import { randomId } from '../in-memory-library'

const stream = 'copy-3274626533' as StreamName

const missing = (revision: number) =>
  eventWithExportLine({
    ...{ id: randomId<EventId>(), type: 'CopyMissing', version: 1, recorded: '2026-05-02' },
    open: canonicalJson({ branch: 'DK-785100', copy: '3274626533', missedOn: '2026-05-02', title: '52557240' }),
    sealed: new Uint8Array([1, 2, 3]),
    ...{ stream, revision, position: String(revision + 1).padStart(12, '0') as Position },
  })

const fold = async (events: ReadonlyArray<ReturnType<typeof missing>>) => {
  const applied: OpenPartOfEvent[] = []
  const pages = async function* () {
    await Promise.resolve()
    yield events
  }
  const folded = await foldOpenPartsOfLog(eventDefinitionsByType(eventDefinitions), 'circulation')(
    { apply: (event) => void applied.push(event) },
    pages(),
  )
  return { ...folded, applied: applied.map(({ metadata }) => metadata.revision) }
}

describe('the reading of a log for the completeness proof', () => {
  it('counts and digests the lines of an export', async () => {
    const events = [missing(0), missing(1)]
    const sha256 = createHash('sha256')
      .update(events.map(({ line }) => line).join(''))
      .digest('hex')
    expect(await fold(events)).toMatchObject({ events: 2, sha256, applied: [0, 1] })
  })

  it('names an event that was removed from the middle of a stream', async () => {
    expect((await fold([missing(0), missing(2)])).problems).toEqual([
      { log: 'circulation', stream, revision: 1, problem: 'missing' },
    ])
  })

  it('names an event that stands at the place of another', async () => {
    expect((await fold([missing(0), missing(0)])).problems).toEqual([
      { log: 'circulation', stream, revision: 0, problem: 'repeated' },
    ])
  })

  it('names an event that cannot be read, and goes on', async () => {
    const { stored } = missing(1)
    const damaged = eventWithExportLine({ ...stored, open: '{"copy":"3274626533"}' })
    const read = await fold([missing(0), damaged, missing(2)])
    expect(read.problems).toEqual([{ log: 'circulation', stream, revision: 1, problem: 'unreadable' }])
    expect(read.applied).toEqual([0, 2])
  })
})
