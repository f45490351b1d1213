import { existsSync, rmSync } from 'node:fs'
import type { Layout } from './layout'
import { writeWhole } from './whole-file'

/** Says of a folder that its files are written in bulk: the day in clock.json may be behind what the log has closed. */
export const markBulk = (layout: Layout): void => {
  writeWhole(layout.bulk, 'An import writes this folder.\n')
}

export const isMarkedBulk = (layout: Layout): boolean => existsSync(layout.bulk)

export const unmarkBulk = (layout: Layout): void => rmSync(layout.bulk, { force: true })
