import { existsSync } from 'node:fs'
import { hasFolderDescription } from './folder-description'
import type { DataFolderLayout } from './data-folder-layout'

/** Whether a folder contains a library, damaged or not. */
export const containsLibrary = (layout: DataFolderLayout): boolean =>
  hasFolderDescription(layout) || existsSync(layout.circulation)
