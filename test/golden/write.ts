import { randomBytes, randomUUID } from 'node:crypto'
import { definitions } from '../../domain/catalogue'
import { canonical } from '../../domain/event/canonical'
import type { EventId } from '../../domain/values/ids'
import { scopesOf } from '../../domain/command-handling/scopes-of'
import type { HeldKeys } from '../../retention/keys/make-keys'
import { readModels } from '../../projections/registry'
import type { Told } from './chapter'
import { addLines, linesOf, type GoldenLine, type GoldenRing } from './files'
import { keysOf, rowsOf } from './golden-keys'
import { digestOfParts, digestOfRows, readAsToday } from './reading'
import { story } from './story'

const newRing = (): GoldenRing => ({
  library: randomUUID(),
  epoch: 1,
  wrapping: randomBytes(32).toString('hex'),
  readModels: randomBytes(32).toString('hex'),
})

const versionOf = (type: string): number =>
  Math.max(...definitions.filter((one) => one.type === type).map(({ version }) => version))

const written = async (keys: HeldKeys, before: ReadonlyArray<GoldenLine>, told: Told): Promise<GoldenLine> => {
  const { log, stream, recorded, event } = told
  const revision = before.filter((line) => line.log === log && line.stream === stream).length
  const { type } = event
  const place = { log, stream, revision, id: randomUUID() as EventId, type, version: versionOf(type) }
  const open = canonical(event.open)
  const parts = scopesOf(event)
  const made = await keys.make(parts)()
  const sealed = await keys.seal({ ...place, open }, parts)()
  if (made._tag === 'Left' || sealed._tag === 'Left') throw new Error(`${type} cannot be sealed`)
  const bytes = parts.length === 0 ? new Uint8Array(0) : sealed.right
  const line = { ...place, recorded, open, sealed: Buffer.from(bytes).toString('base64'), digest: '' }
  return { ...line, digest: await digestOfParts(definitions, keys)(line) }
}

const isThere =
  (lines: ReadonlyArray<GoldenLine>) =>
  ({ event: { type } }: Told): boolean =>
    lines.some((line) => line.type === type && line.version === versionOf(type))

/** Writes a line for every event, and every version of a read model, that has none. Lines that stand are not touched. */
const write = async (): Promise<void> => {
  const [ring = newRing()] = linesOf('ring.jsonl')
  const known = linesOf('keys.jsonl')
  const lines = [...linesOf('log.jsonl')]
  const before = lines.length
  const { keys, store } = await keysOf(ring, known)
  for (const told of story.filter((one) => !isThere(lines)(one))) lines.push(await written(keys, lines, told))
  if (linesOf('ring.jsonl').length === 0) addLines('ring.jsonl', [ring])
  const rows = await rowsOf(store)
  addLines('keys.jsonl', rows.filter(({ scope }) => !known.some((row) => row.scope === scope)))
  addLines('log.jsonl', lines.slice(before))
  const events = await readAsToday(definitions, keys)(lines)
  const folded = linesOf('rows.jsonl')
  const stale = readModels.filter(
    ({ name, version }) =>
      !folded.some((row) => row.model === name && row.version === version && row.lines === lines.length),
  )
  const digests = stale.map((model) => ({
    ...{ model: model.name, version: model.version, lines: lines.length },
    digest: digestOfRows(model)(events),
  }))
  addLines('rows.jsonl', digests)
  process.stdout.write(`${String(lines.length - before)} events and ${String(digests.length)} digests written\n`)
}

void write()
