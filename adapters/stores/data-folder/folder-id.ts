import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Layout } from './layout'
import { writeWhole } from './whole-file'

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readIn = (file: string): string | undefined => {
  try {
    const text = readFileSync(file, 'utf8')
    return form.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** By what the disposable files of a folder are known among those of all processes: made anew when they are removed. */
export const folderIdIn = ({ views }: Layout): string => {
  const folder = path.dirname(views)
  const file = path.join(folder, 'id')
  const known = readIn(file)
  if (known !== undefined) return known
  const made = randomUUID()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeWhole(file, made)
  return made
}
