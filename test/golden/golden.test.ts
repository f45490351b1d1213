import { definitions } from '../../domain/catalogue'
import { readModels } from '../../projections/registry'
import type { HeldKeys } from '../../retention/keys/make-keys'
import { linesOf } from './files'
import { keysOf } from './golden-keys'
import { digestOfParts, digestOfRows, readAsToday } from './reading'
import { story } from './story'

const lines = linesOf('log.jsonl')
const folded = linesOf('rows.jsonl')
const named = (event: { readonly type: string; readonly version: number }) => `${event.type} ${String(event.version)}`

describe('the golden log', () => {
  let keys: HeldKeys
  beforeAll(async () => {
    keys = (await keysOf(linesOf('ring.jsonl')[0]!, linesOf('keys.jsonl'))).keys
  })

  it('has a line for every version of every event in the catalogue (npm run golden writes those that are missing)', () => {
    expect(lines.map(named).sort()).toEqual(definitions.map(named).sort())
    expect(story.map(({ event }) => event.type).sort()).toEqual([...new Set(lines.map(({ type }) => type))].sort())
  })

  it.each(lines.map((line) => [named(line), line] as const))('reads %s as it was written', async (_, line) => {
    expect(await digestOfParts(definitions, keys)(line)).toBe(line.digest)
  })

  it('has the rows of every read model (npm run golden writes those that are missing)', () => {
    const whole = folded.filter((row) => row.lines === lines.length)
    for (const { name, version } of readModels)
      expect(whole).toContainEqual(expect.objectContaining({ model: name, version }))
  })

  it.each(readModels.map((model) => [model.name, model] as const))(
    'folds into the rows of %s that it folded into before',
    async (name, model) => {
      const known = folded.filter((row) => row.model === name && row.version === model.version)
      const events = await readAsToday(definitions, keys)(lines)
      for (const row of known) expect(digestOfRows(model)(events.slice(0, row.lines))).toBe(row.digest)
      expect(known).not.toEqual([])
    },
  )

  it('does not read as it was written when a word of it has changed', async () => {
    const line = lines.find(({ type }) => type === 'DayClosed')!
    const changed = { ...line, open: line.open.replace('2026', '2027') }
    expect(await digestOfParts(definitions, keys)(changed)).not.toBe(line.digest)
  })

  it('does not open at all when the open part beside a sealed one has changed', async () => {
    const line = lines.find(({ type }) => type === 'LoanRenewed')!
    const changed = { ...line, open: line.open.replace('3274626533', '3274626534') }
    await expect(digestOfParts(definitions, keys)(changed)).rejects.toThrow('PartCorrupt')
  })
})
