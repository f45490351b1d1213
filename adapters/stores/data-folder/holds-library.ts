import { existsSync } from 'node:fs'
import { isMade } from './description'
import type { Layout } from './layout'

/** Whether a library stands in a folder, be it a damaged one. */
export const holdsLibrary = (layout: Layout): boolean => isMade(layout) || existsSync(layout.circulation)
