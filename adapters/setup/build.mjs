import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { compile, compiledFile } from './compile.mjs'
import { projectRoot, projectPath } from './project-root.mjs'
import { digest, writeStamp } from './stamp-file.mjs'

/** The folders of the program. */
export const programFolders = ['domain', 'projections', 'retention', 'adapters']

/** The folder of the tests and benches. Of the tests, only what they start as a process of its own is compiled. */
export const testFolder = 'test'

const settings = ['package-lock.json', 'adapters/setup/compile.mjs']
const stampFile = projectPath('dist', '.built')

const isSource = (name) =>
  /\.(tsx?|css|svg|browser\.mjs)$|^deletion-rules\.jsonl$/.test(name) && !name.endsWith('.test.ts')

/** The folder into which `build-verifier.mjs` compiles has a copy of a source. */
const isBuilt = (folder) => path.basename(folder) === 'dist'

/** The sources under a folder, as paths from the project root. */
const sourcesUnder = (folder) =>
  readdirSync(projectPath(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSource(entry.name) && !isBuilt(entry.parentPath ?? entry.path))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath ?? entry.path, entry.name)))

/** Differs when a file has changed. */
const versionOf = (file) => {
  const { size, mtimeMs } = statSync(projectPath(file))
  return `${size} ${mtimeMs}`
}

const settingsDigest = () => digest(settings.map((file) => readFileSync(projectPath(file))))

/** What `dist/` holds: the digest of the settings, and the version of each source that was compiled. */
const lastBuild = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return { settings: '', versions: {} }
  }
}

/** Removes all that an earlier build with other settings has compiled. */
const removeAll = () => {
  for (const folder of [...programFolders, testFolder])
    rmSync(projectPath('dist', folder), { recursive: true, force: true })
}

/** Removes the compiled files of sources that no longer exist. Answers the versions of the other sources. */
const removeOrphans = (versions) => {
  const orphans = Object.keys(versions).filter((source) => !existsSync(projectPath(source)))
  for (const source of orphans) rmSync(compiledFile(source), { force: true })
  return Object.fromEntries(Object.entries(versions).filter(([source]) => !orphans.includes(source)))
}

/** The versions of the sources that `dist/` holds, after files that are of no use have been removed. */
const compiledVersions = (last, settings) => {
  if (last.settings === settings) return removeOrphans(last.versions)
  removeAll()
  return {}
}

/** Compiles each source. Answers whether all could be compiled; if not, the reasons are printed. */
const compileAll = (sources) => {
  if (sources.length > 0) console.error('Building.')
  return sources.map(compile).every((ok) => ok)
}

/**
 * Compiles the sources under folders into `dist/`, when they have changed since the last build. Types are not looked at:
 * the checks do that. Answers whether all could be compiled; if not, the reasons are printed on standard error.
 */
export const build = (folders) => {
  const settings = settingsDigest()
  const compiled = compiledVersions(lastBuild(), settings)
  const versions = Object.fromEntries(folders.flatMap(sourcesUnder).map((source) => [source, versionOf(source)]))
  const changed = Object.keys(versions).filter((source) => versions[source] !== compiled[source])
  const ok = compileAll(changed)
  if (ok) writeStamp(stampFile, JSON.stringify({ settings, versions: { ...compiled, ...versions } }))
  return ok
}
