import { randomBytes, randomUUID } from 'node:crypto'
import { eventDefinitions } from '../../domain/event-definitions'
import { canonicalJson } from '../../domain/event/canonical-json'
import type { EventId } from '../../domain/values/ids'
import { partsToSeal } from '../../domain/command-handling/parts-to-seal'
import type { CachingScopeKeys } from '../../retention/keys/caching-scope-keys'
import { allReadModels } from '../../projections/all-read-models'
import type { GoldenEvent } from './golden-stream'
import { appendGoldenLines, readGoldenFile, type GoldenLine, type GoldenRing } from './golden-files'
import { goldenKeysOf, goldenKeyRowsOf } from './golden-keys'
import { digestOfGoldenParts, digestOfReadModelRows, decodeGoldenLines } from './golden-digests'
import { goldenEvents } from './golden-events'

const newRing = (): GoldenRing => ({
  library: randomUUID(),
  epoch: 1,
  wrapping: randomBytes(32).toString('hex'),
  readModels: randomBytes(32).toString('hex'),
})

const versionOf = (type: string): number =>
  Math.max(...eventDefinitions.filter((one) => one.type === type).map(({ version }) => version))

const sealGoldenLine = async (keys: CachingScopeKeys, linesBefore: ReadonlyArray<GoldenLine>, goldenEvent: GoldenEvent): Promise<GoldenLine> => {
  const { log, stream, recorded, event } = goldenEvent
  const revision = linesBefore.filter((line) => line.log === log && line.stream === stream).length
  const { type } = event
  const place = { log, stream, revision, id: randomUUID() as EventId, type, version: versionOf(type) }
  const open = canonicalJson(event.open)
  const parts = partsToSeal(event)
  const made = await keys.createKeys(parts)()
  const sealed = await keys.sealParts({ ...place, open }, parts)()
  if (made._tag === 'Left' || sealed._tag === 'Left') throw new Error(`${type} cannot be sealed`)
  const bytes = parts.length === 0 ? new Uint8Array(0) : sealed.right
  const line = { ...place, recorded, open, sealed: Buffer.from(bytes).toString('base64'), digest: '' }
  return { ...line, digest: await digestOfGoldenParts(eventDefinitions, keys)(line) }
}

const isWritten =
  (lines: ReadonlyArray<GoldenLine>) =>
  ({ event: { type } }: GoldenEvent): boolean =>
    lines.some((line) => line.type === type && line.version === versionOf(type))

/** Writes a line for each event, and each version of a read model, that has none. Existing lines never change. */
const writeGoldenFiles = async (): Promise<void> => {
  const [ring = newRing()] = readGoldenFile('ring.jsonl')
  const known = readGoldenFile('keys.jsonl')
  const lines = [...readGoldenFile('log.jsonl')]
  const linesBefore = lines.length
  const { keys, store } = await goldenKeysOf(ring, known)
  for (const goldenEvent of goldenEvents.filter((one) => !isWritten(lines)(one))) lines.push(await sealGoldenLine(keys, lines, goldenEvent))
  if (readGoldenFile('ring.jsonl').length === 0) appendGoldenLines('ring.jsonl', [ring])
  const rows = await goldenKeyRowsOf(store)
  appendGoldenLines('keys.jsonl', rows.filter(({ scope }) => !known.some((row) => row.scope === scope)))
  appendGoldenLines('log.jsonl', lines.slice(linesBefore))
  const events = await decodeGoldenLines(eventDefinitions, keys)(lines)
  const folded = readGoldenFile('rows.jsonl')
  const stale = allReadModels.filter(
    ({ name, version }) =>
      !folded.some((row) => row.model === name && row.version === version && row.lines === lines.length),
  )
  const digests = stale.map((model) => ({
    ...{ model: model.name, version: model.version, lines: lines.length },
    digest: digestOfReadModelRows(model)(events),
  }))
  appendGoldenLines('rows.jsonl', digests)
  process.stdout.write(`${String(lines.length - linesBefore)} events and ${String(digests.length)} digests written\n`)
}

void writeGoldenFiles()
