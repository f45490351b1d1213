import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** A short name for a list of texts: equal lists have equal names. */
export const digest = (texts) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

/** Whether the stamp left in `file` says what is wanted; a missing stamp says nothing. */
export const isStamped = (file, wanted) => {
  try {
    return readFileSync(file, 'utf8') === wanted
  } catch {
    return false
  }
}

/** Leaves a stamp for the next run to find. */
export const stamp = (file, text) => writeFileSync(file, text)
