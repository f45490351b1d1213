import { open } from 'node:fs/promises'

/** Makes the names in a folder durable. Rejects as `node:fs` does. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
