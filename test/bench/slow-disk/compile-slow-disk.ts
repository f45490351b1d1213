import { spawnSync } from 'node:child_process'
import path from 'node:path'

// The C source is not copied to `dist`: the bench runs from the root of the checkout.
const source = path.join(process.cwd(), 'test/bench/slow-disk/slow-disk.c')

/** Compiles the library that makes a disk slow into the folder. Answers its path, or undefined without a C compiler. */
export const compileSlowDisk = (folder: string): string | undefined => {
  const library = path.join(folder, 'slow-disk.so')
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source], { stdio: 'ignore' })
  return status === 0 ? library : undefined
}
