import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { EventPage, EventStore } from '../../../domain/ports/event-store'
import type { LogName } from '../../../domain/event/stream'
import { exportFileOfLog } from '../../../retention/completeness/export-files'
import { parseExportLine, type EventWithExportLine } from '../../../retention/completeness/exported-event'

/** What cannot be verified at all, and why: a sentence for people. */
export class CannotVerify extends Error {}

const pageSize = 1000

/** The events of one file of an export, at most so many, in pages. Throws CannotVerify at a line of another form. */
export const readExportedLog = async function* (
  folder: string,
  log: LogName,
  limit: number,
): AsyncGenerator<ReadonlyArray<EventWithExportLine>> {
  const file = path.join(folder, exportFileOfLog(log))
  if (!existsSync(file)) throw new CannotVerify(`${file} does not exist: name the folder of an export`)
  let page: EventWithExportLine[] = []
  let read = 0
  if (limit === 0) return
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const event = parseExportLine(text, read + 1)
    if (event === undefined) throw new CannotVerify(`${file}: line ${String(read + 1)} is not a line of an export`)
    page.push(event)
    read += 1
    if (read === limit) break
    if (page.length < pageSize) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** The log of an export, as those read it who check certificates. */
export const exportedLog = (folder: string, log: LogName, limit: number): Pick<EventStore, 'readAll'> => ({
  readAll: async function* (): AsyncGenerator<EventPage> {
    for await (const page of readExportedLog(folder, log, limit)) yield page.map(({ stored }) => stored)
  },
})
