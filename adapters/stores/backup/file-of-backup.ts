import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import type { FileOfBackup } from './backup-manifest'

/** The name, size and SHA-256 (hex) of a file. Rejects as `node:fs` does. */
export const describeFile = async (folder: string, name: string): Promise<FileOfBackup> => {
  const digest = createHash('sha256')
  const file = path.join(folder, name)
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) digest.update(chunk as Buffer)
  return { name, bytes: statSync(file).size, sha256: digest.digest('hex') }
}

/** The files of a manifest that are missing or differ. */
export const findFilesDifferingFromManifest = async (
  folder: string,
  files: ReadonlyArray<FileOfBackup>,
): Promise<ReadonlyArray<string>> => {
  const different: string[] = []
  for (const file of files) {
    const found = await describeFile(folder, file.name).catch(() => undefined)
    if (found?.bytes !== file.bytes || found.sha256 !== file.sha256) different.push(file.name)
  }
  return different
}
