import * as E from 'fp-ts/Either'
import type { ShortTermRows } from '../../../../retention/short-term/short-term-rows'
import { memoryShortTermRows } from '../memory/memory-short-term-rows'
import { takeShortTermFile, writeShortTermFile } from './short-term-file'

/**
 * Rows of the short-term store in memory, for the one process that owns a data folder. They are in a file while no process
 * has the folder open: a planned stop writes it, and the next opening takes it. A process that is killed loses them, as does
 * one whose disk does not take the file.
 */
export const openShortTermRowsOfFolder = async (file: string): Promise<ShortTermRows> => {
  const rows = memoryShortTermRows()
  for (const row of await takeShortTermFile(file).catch(() => [])) await rows.put(row)()
  return {
    ...rows,
    close: async () => {
      const all = await rows.all()
      if (E.isRight(all)) await writeShortTermFile(file, all.right).catch(() => undefined)
      await rows.close()
    },
  }
}
