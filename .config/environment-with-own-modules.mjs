import Database from 'better-sqlite3-multiple-ciphers'
import { TestEnvironment } from 'jest-environment-node'

/**
 * The environment of a test file that replaces modules (`jest.mock`): every module is loaded anew for it. Native code that
 * is loaded anew keeps the whole file in memory, so the SQLite driver is the one of the worker.
 */
export default class EnvironmentWithOwnModules extends TestEnvironment {
  constructor(...args) {
    super(...args)
    this.global.sqliteDriver = Database
  }
}
