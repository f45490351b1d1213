import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { compileFunction } from 'node:vm'
import Runtime from 'jest-runtime'
import { projectPath, projectRoot } from '../adapters/setup/project-root.mjs'
import { compiledFile } from '../adapters/setup/compile.mjs'
import { modulesReplacedInTests } from './modules-replaced-in-tests.mjs'

/** The files that a worker loads once for all its test files: the program, packages, and what tests share that is slow to load. */
const sharedFiles = [
  /^(?:adapters|domain|projections|retention)\//,
  /^node_modules\/(?!@jest\/|jest|expect\/)/,
  /^test\/fixtures\/(?:threads\/|in-memory-read-models)/,
  /^test\/adapters\/interfaces\/http\/check-against-openapi/,
]

const isShared = (name) => sharedFiles.some((pattern) => pattern.test(name))

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const [, fixture] = modulesReplacedInTests.exec(specifier) ?? []
    return nextResolve(fixture ? compiledFile(`test/fixtures/threads/${fixture}.ts`) : specifier, context)
  },
})

const requireByNode = createRequire(projectPath('package.json'))

/**
 * Runs a test file whose environment shares modules: Node itself loads the compiled files of the program, once for all test
 * files of the worker. What belongs to the tests is loaded anew for each file, as Jest does.
 */
export default class SharedModulesRuntime extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others)
    this.sharesModules = environment.sharesModules === true
    if (this.sharesModules)
      this.executor.compile = (source, filename) =>
        compileFunction(source, this.executor.injectedModuleParameters, { filename })
  }

  requireModuleOrMock(from, moduleName) {
    return this.requireShared(from, moduleName) ?? super.requireModuleOrMock(from, moduleName)
  }

  requireActual(from, moduleName) {
    return this.requireShared(from, moduleName) ?? super.requireActual(from, moduleName)
  }

  /** A module that all test files of the worker share; undefined for one that each file has of its own. */
  requireShared(from, moduleName) {
    const name = this.sharesModules ? this.fileOf(from, moduleName) : undefined
    if (name === undefined || !isShared(name)) return undefined
    return requireByNode(/^node_modules\/|\.json$/.test(name) ? projectPath(name) : compiledFile(name))
  }

  /** The file of a module, named from the root of the checkout; undefined for a module of Node. */
  fileOf(from, moduleName) {
    if (this._resolution.isCoreModule(moduleName)) return undefined
    return path.relative(projectRoot, this._resolution.resolveCjs(from, moduleName))
  }

  setMock(...args) {
    if (this.sharesModules)
      throw new Error(
        'jest.mock needs /** @jest-environment ./.config/environment-with-own-modules.mjs */ in this file.',
      )
    super.setMock(...args)
  }
}
