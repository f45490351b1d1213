import { open } from 'node:fs/promises'
import { thenClose } from '../concurrency/then-close'

/**
 * Opens a file, writes it, and waits until it is on the disk. `mode`: the rights of a new file; default: those that the umask
 * leaves. Rejects as `node:fs` does.
 */
export const writeAndSync = async (
  file: string,
  flags: 'w' | 'wx',
  content: string | Uint8Array,
  mode?: number,
): Promise<void> => {
  const handle = await open(file, flags, mode)
  const write = async (): Promise<void> => {
    await handle.writeFile(content)
    await handle.sync()
  }
  await thenClose(write(), () => handle.close())
}
