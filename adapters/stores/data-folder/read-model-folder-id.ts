import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'
import { createPrivateFolder } from '../../system/files/private-folder'

const folderIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readFolderId = (file: string): string | undefined => {
  try {
    const text = readFileSync(file, 'utf8')
    return folderIdPattern.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** The id under which a process registers its disposable files; a new id when the files were removed. */
export const readOrMakeReadModelFolderId = ({ readModels: views }: DataFolderLayout): string => {
  const folder = path.dirname(views)
  const file = path.join(folder, 'id')
  const existing = readFolderId(file)
  if (existing !== undefined) return existing
  const made = randomUUID()
  createPrivateFolder(folder)
  writeFileAtomically(file, made)
  return made
}
