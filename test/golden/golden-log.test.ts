import { eventDefinitions } from '../../domain/event-definitions'
import { allReadModels } from '../../projections/all-read-models'
import type { CachingScopeKeys } from '../../retention/keys/caching-scope-keys'
import { readGoldenFile } from './golden-files'
import { goldenKeysOf } from './golden-keys'
import { digestOfGoldenParts, digestOfReadModelRows, decodeGoldenLines } from './golden-digests'
import { goldenEvents } from './golden-events'

const lines = readGoldenFile('log.jsonl')
const folded = readGoldenFile('rows.jsonl')
const named = (event: { readonly type: string; readonly version: number }) => `${event.type} ${String(event.version)}`

describe('the golden log', () => {
  let keys: CachingScopeKeys
  beforeAll(async () => {
    keys = (await goldenKeysOf(readGoldenFile('ring.jsonl')[0]!, readGoldenFile('keys.jsonl'))).keys
  })

  it('has a line for every version of every event (npm run golden writes the missing lines)', () => {
    expect(lines.map(named).sort()).toEqual(eventDefinitions.map(named).sort())
    expect(goldenEvents.map(({ event }) => event.type).sort()).toEqual([...new Set(lines.map(({ type }) => type))].sort())
  })

  it.each(lines.map((line) => [named(line), line] as const))('reads %s as it was written', async (_, line) => {
    expect(await digestOfGoldenParts(eventDefinitions, keys)(line)).toBe(line.digest)
  })

  it('has the rows of every read model (npm run golden writes the missing digests)', () => {
    const whole = folded.filter((row) => row.lines === lines.length)
    for (const { name, version } of allReadModels)
      expect(whole).toContainEqual(expect.objectContaining({ model: name, version }))
  })

  it.each(allReadModels.map((model) => [model.name, model] as const))(
    'gives the same rows of %s as before',
    async (name, model) => {
      const known = folded.filter((row) => row.model === name && row.version === model.version)
      const events = await decodeGoldenLines(eventDefinitions, keys)(lines)
      for (const row of known) expect(digestOfReadModelRows(model)(events.slice(0, row.lines))).toBe(row.digest)
      expect(known).not.toEqual([])
    },
  )

  it('has another digest when a value has changed', async () => {
    const line = lines.find(({ type }) => type === 'DayClosed')!
    const changed = { ...line, open: line.open.replace('2026', '2027') }
    expect(await digestOfGoldenParts(eventDefinitions, keys)(changed)).not.toBe(line.digest)
  })

  it('cannot be opened when the open part beside a sealed part has changed', async () => {
    const line = lines.find(({ type }) => type === 'LoanRenewed')!
    const changed = { ...line, open: line.open.replace('3274626533', '3274626534') }
    await expect(digestOfGoldenParts(eventDefinitions, keys)(changed)).rejects.toThrow('PartCorrupt')
  })
})
