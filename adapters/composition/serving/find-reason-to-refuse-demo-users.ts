import * as E from 'fp-ts/Either'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { hasFolderDescription, readFolderDescription } from '../../stores/data-folder/folder-description'

/**
 * Why demo users must not be let into a library: a sentence that says what to do; undefined when they may. Only the
 * folder says that a library is a demo, so a new folder for a library on servers says nothing of what the servers hold.
 */
export const findReasonToRefuseDemoUsers = (layout: DataFolderLayout, isOnServers: boolean): string | undefined => {
  if (!hasFolderDescription(layout))
    return isOnServers
      ? 'Servers may hold real data, so --try does not make a library on them. Make a demo in a folder, and move it to servers with glemsom migrate.'
      : undefined
  const description = readFolderDescription(layout)
  return E.isRight(description) && !description.right.demo
    ? `The library in ${layout.root} was not made as a demo, so demo users must not be let in. Serve it without --try, or choose a new folder with --data.`
    : undefined
}
