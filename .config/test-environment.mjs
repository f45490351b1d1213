import Database from 'better-sqlite3-multiple-ciphers'
import { TestEnvironment } from 'jest-environment-node'

/**
 * Node's environment for tests, with the SQLite driver. A test file loads every module anew, and native code that is
 * loaded anew keeps the whole file in memory: so the driver is loaded once for all files of a worker. It saves a seventh
 * of the CPU time of tests that open a library.
 */
export default class EnvironmentWithSqliteDriver extends TestEnvironment {
  constructor(...args) {
    super(...args)
    this.global.sqliteDriver = Database
  }
}
