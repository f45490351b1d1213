import { open } from 'node:fs/promises'
import { thenClose } from '../concurrency/then-close'

/** Makes the names in a folder durable. Rejects as `node:fs` does. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await thenClose(handle.sync(), () => handle.close())
}
