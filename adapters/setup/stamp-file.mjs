import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** The SHA-256 digest of a list of texts. */
export const digest = (texts) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

/** Whether a stamp file has the wanted text; false when the file is missing. */
export const isStampCurrent = (file, wanted) => {
  try {
    return readFileSync(file, 'utf8') === wanted
  } catch {
    return false
  }
}

/** Writes a stamp file, which later runs compare with. */
export const writeStamp = (file, text) => writeFileSync(file, text)
