import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { syncOpenFile } from '../../system/files/sync-open-file'
import { InventoryEnd, signedBytesOfScopeInventory } from './scope-inventory-lines'

/** Bytes that are written at a time. */
const chunkSize = 1_048_576

/** A new file (mode 0600) of JSON lines, whose digest is signed at the end. Throws, or rejects, as `node:fs` does. */
export const createScopeInventoryFile = (file: string) => {
  const handle = openSync(file, 'wx', 0o600)
  const digest = createHash('sha256')
  let waiting = ''
  const flush = (): void => {
    writeSync(handle, waiting)
    waiting = ''
  }
  return {
    add: (line: object): void => {
      const text = `${JSON.stringify(line)}\n`
      digest.update(text)
      waiting += text
      if (waiting.length > chunkSize) flush()
    },
    sha256: (): string => digest.digest('hex'),
    end: async (end: InventoryEnd): Promise<void> => {
      waiting += `${JSON.stringify(end)}\n`
      flush()
      await syncOpenFile(handle)
      closeSync(handle)
    },
    abandon: (): void => {
      closeSync(handle)
      rmSync(file, { force: true })
    },
  }
}

/** The lines of an inventory, but for the last one. Rejects as `node:fs` does. */
export const readScopeInventoryLines = async function* (file: string): AsyncGenerator {
  let previous: string | undefined
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (previous !== undefined) yield JSON.parse(previous)
    previous = line
  }
}

/** Whether the file is whole, and signed with the key. Rejects as `node:fs` does. */
export const isScopeInventorySigned = async (file: string, verifyingKey: string): Promise<boolean> => {
  const digest = createHash('sha256')
  let previous: string | undefined
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (previous !== undefined) digest.update(`${previous}\n`)
    previous = line
  }
  let end: unknown
  try {
    end = JSON.parse(previous ?? '')
  } catch {
    return false
  }
  if (!InventoryEnd.is(end) || digest.digest('hex') !== end.sha256) return false
  const signature = Buffer.from(end.signature, 'base64')
  return verify(null, signedBytesOfScopeInventory(end.sha256), createPublicKey(verifyingKey), signature)
}
