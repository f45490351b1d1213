import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { bundledNode } from './bundled-node.mjs'
import { projectRoot, projectPath } from './project-root.mjs'
import { digest, isStampCurrent, writeStamp } from './stamp-file.mjs'

const folders = ['domain', 'projections', 'retention', 'adapters']
const settings = ['package-lock.json', 'tsconfig.json', '.config/tsconfig.build.json']
const stampFile = projectPath('dist', '.built')

/** The files under a folder whose names have an ending, as paths from the project root; none when the folder is missing. */
const filesUnder = (folder, ending) =>
  existsSync(projectPath(folder))
    ? readdirSync(projectPath(folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => path.relative(projectRoot, path.join(entry.parentPath ?? entry.path, entry.name)))
    : []

const describe = (file) => {
  const { size, mtimeMs } = statSync(projectPath(file))
  return `${file} ${size} ${mtimeMs}`
}

const sources = () => folders.flatMap((folder) => filesUnder(folder, '.ts'))

/** Removes compiled files whose source no longer exists: the compiler leaves them. */
const removeOrphans = () => {
  for (const built of folders.flatMap((folder) => filesUnder(path.join('dist', folder), '.js'))) {
    const source = path.relative('dist', built).replace(/\.js$/, '.ts')
    if (!existsSync(projectPath(source))) rmSync(projectPath(built))
  }
}

const compile = () =>
  spawnSync(bundledNode, [projectPath('node_modules/typescript/bin/tsc'), '--project', '.config/tsconfig.build.json'], {
    cwd: projectRoot,
    stdio: 'inherit',
  }).status

/** Exit codes of the compiler: no errors; type errors, with all files written. Other codes: nothing was written. */
const clean = 0
const errorsButWritten = 2

/**
 * Compiles into `dist/` when a source has changed since the last build.
 * Answers whether the program can run. Type errors are printed; the checks fail on them, the build does not.
 */
export const build = () => {
  const now = digest([...settings, ...sources().sort()].map(describe))
  if (isStampCurrent(stampFile, now)) return true
  console.error('Building.')
  mkdirSync(projectPath('dist'), { recursive: true })
  removeOrphans()
  const status = compile()
  if (status === clean) writeStamp(stampFile, now)
  return status === clean || status === errorsButWritten
}
