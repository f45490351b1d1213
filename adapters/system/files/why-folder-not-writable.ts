import { mkdtempSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { errorCodeOf } from './error-code'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this user is used up',
}

/**
 * Why nothing can be written in a folder, in words; undefined when something can. It makes a folder there and removes it:
 * the rights alone do not tell, for example, that a disk is full.
 */
export const whyFolderNotWritable = (folder: string): string | undefined => {
  try {
    rmdirSync(mkdtempSync(path.join(folder, 'glemsom-check-')))
    return undefined
  } catch (error) {
    const code = String(errorCodeOf(error))
    return reasons[code] ?? `the system answers ${code}`
  }
}
