import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { ownNode } from './own-node.mjs'
import { root, within } from './root.mjs'
import { digest, isStamped, stamp } from './stamp.mjs'

const folders = ['domain', 'projections', 'retention', 'adapters']
const settings = ['package-lock.json', 'tsconfig.json', '.config/tsconfig.build.json']
const stampFile = within('dist', '.built')

/** Files under a folder of the project whose names end so, as paths from the root; none when there is no such folder. */
const filesUnder = (folder, ending) =>
  existsSync(within(folder))
    ? readdirSync(within(folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    : []

const describe = (file) => {
  const { size, mtimeMs } = statSync(within(file))
  return `${file} ${size} ${mtimeMs}`
}

const sources = () => folders.flatMap((folder) => filesUnder(folder, '.ts'))

/** Removes what was built from a source that is gone, which the compiler leaves behind. */
const removeOrphans = () => {
  for (const built of folders.flatMap((folder) => filesUnder(path.join('dist', folder), '.js'))) {
    const source = path.relative('dist', built).replace(/\.js$/, '.ts')
    if (!existsSync(within(source))) rmSync(within(built))
  }
}

const compile = () =>
  spawnSync(ownNode, [within('node_modules/typescript/bin/tsc'), '--project', '.config/tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  }).status

/** The compiler's answers: done; errors, nothing written; errors of type only, everything written all the same. */
const clean = 0
const errorsButWritten = 2

/**
 * Compiles into `dist/` when a source is newer than what is there.
 * Answers whether there is something to run; errors of type are shown and left to the checks.
 */
export const build = () => {
  const now = digest([...settings, ...sources().sort()].map(describe))
  if (isStamped(stampFile, now)) return true
  console.error('Building.')
  mkdirSync(within('dist'), { recursive: true })
  removeOrphans()
  const status = compile()
  if (status === clean) stamp(stampFile, now)
  return status === clean || status === errorsButWritten
}
