import { closeSync, openSync, writeSync } from 'node:fs'
import { syncOpenFile } from '../../system/files/sync-open-file'

/** Only the owner may read an export: it tells when each copy was lent. */
export const exportFileMode = 0o600

/** Writes all of a text: one call may write a part of it. */
export const writeExportText = (file: number, text: string): void => {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

/** Makes a file of texts, one after the other. Throws what the file system throws, also when the file is there. */
export const writeExportFile = async (file: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  const opened = openSync(file, 'wx', exportFileMode)
  try {
    for await (const text of texts) writeExportText(opened, text)
    await syncOpenFile(opened)
  } finally {
    closeSync(opened)
  }
}
