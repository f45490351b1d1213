import { existsSync } from 'node:fs'
import path from 'node:path'
import { readPrivateFile, writePrivateFile } from './private-files'

/** Which data folder uses a ring. */
export interface RingUse {
  /** A random text that the folder stores too. It changes with each opening of the folder. */
  readonly token: string
  /** The name of the machine that opened the folder last, and the path of the folder there. */
  readonly host: string
  readonly folder: string
}

const useFile = 'used-by.json'

const isRingUse = (value: unknown): value is RingUse => {
  const { token, host, folder } = Object(value) as Readonly<Partial<Record<keyof RingUse, unknown>>>
  return [token, host, folder].every((member) => typeof member === 'string')
}

/** The data folder that uses the ring in a folder; undefined when none has yet, or the file is damaged. */
export const readRingUse = (ring: string): RingUse | undefined => {
  try {
    const use: unknown = JSON.parse(readPrivateFile(ring, useFile))
    return isRingUse(use) ? use : undefined
  } catch {
    return undefined
  }
}

/** Writes which data folder uses the ring. Does nothing where the ring is no folder. Throws as `node:fs` does. */
export const writeRingUse = (ring: string, use: RingUse): void => {
  if (existsSync(path.join(ring, 'library.json'))) writePrivateFile(ring, useFile, `${JSON.stringify(use)}\n`)
}
