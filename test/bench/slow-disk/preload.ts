import { spawnSync } from 'node:child_process'
import path from 'node:path'

// The compiled bench lies beside the sources' folder.
const source = path.join(process.cwd(), 'test/bench/slow-disk/slow-disk.c')

/** Compiles what makes a disk slow into a folder; undefined where there is no compiler. */
export const slowDiskLibrary = (folder: string): string | undefined => {
  const library = path.join(folder, 'slow-disk.so')
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source], { stdio: 'ignore' })
  return status === 0 ? library : undefined
}
