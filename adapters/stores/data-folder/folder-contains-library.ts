import { existsSync } from 'node:fs'
import { findDataFolderAccessProblem } from './find-data-folder-access-problem'
import { hasFolderDescription } from './folder-description'
import type { DataFolderLayout } from './data-folder-layout'

/** Whether a folder contains a library, damaged or not. A folder that cannot be read may contain one. */
export const folderContainsLibrary = (layout: DataFolderLayout): boolean =>
  hasFolderDescription(layout) || existsSync(layout.circulation) || findDataFolderAccessProblem(layout) !== undefined
