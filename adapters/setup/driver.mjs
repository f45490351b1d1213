import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { root } from './root.mjs'

/** The package that holds the SQLite driver. */
export const driver = 'better-sqlite3-multiple-ciphers'

/** Whether the driver loads and opens a database; tried in a process of its own, so that a crash is an answer too. */
export const driverLoads = () =>
  spawnSync(process.execPath, ['-e', `new (require('${driver}'))(':memory:').close()`], { cwd: root }).status === 0

const runs = (command) => spawnSync(command, ['--version'], { shell: process.platform === 'win32' }).status === 0

/** What building the driver takes: any one of the commands will do. */
const tools = [
  { name: 'a C++ compiler', commands: [process.env['CXX'] ?? 'c++', 'g++', 'clang++', 'cl'] },
  { name: 'python3', commands: ['python3', 'python'] },
  { name: 'make', commands: ['make', 'gmake', 'msbuild'] },
]

const missingTools = () => tools.filter(({ commands }) => !commands.some(runs)).map(({ name }) => name)

const howToGetTools = {
  linux:
    'on Debian or Ubuntu: apt-get install g++ make python3; on Fedora: dnf install gcc-c++ make python3; on Alpine: apk add g++ make python3',
  darwin: 'xcode-select --install',
  win32: 'install "Desktop development with C++" of the Visual Studio Build Tools, and Python 3',
}

const aboutPrebuilt = (said) =>
  /prebuild-install warn|No prebuilt binaries found/i.test(said)
    ? 'its prebuilt binary was out of reach or there is none for this machine'
    : 'no prebuilt binary was brought'

const aboutTools = (missing) =>
  missing.length === 0
    ? 'and although a compiler, python and make are here, building it failed: see the words above'
    : `and to build it ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing (${howToGetTools[process.platform] ?? howToGetTools.linux})`

/** One line on why the SQLite driver is not there, and what to do. `said` is what npm said on standard error. */
export const whyNoDriver = (said) =>
  `The SQLite driver (${driver}) did not load: ${aboutPrebuilt(said)}, ${aboutTools(missingTools())}.`
