import process from 'node:process'
import { LegacyFakeTimers, ModernFakeTimers } from '@jest/fake-timers'
import Database from 'better-sqlite3-multiple-ciphers'
import { ModuleMocker } from 'jest-mock'

globalThis.sqliteDriver = Database

/** Saves what a test file may change in the process. Answers a function that restores it. */
const saveProcessState = () => {
  const { console } = globalThis
  const { exit, env } = process
  const before = { ...env }
  return () => {
    globalThis.console = console
    process.exit = exit
    process.exitCode = undefined
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name]
    Object.assign(env, before)
  }
}

const sameTimer = (timer) => timer

/**
 * The usual environment of a test file: it shares the globals and the modules of the program with the other files of its
 * worker, so that they are loaded and optimised once. It saves a quarter of the CPU time of tests that open a library.
 */
export default class EnvironmentWithSharedModules {
  sharesModules = true

  constructor({ projectConfig: config }) {
    const global = globalThis
    this.global = global
    this.restoreProcess = saveProcessState()
    this.moduleMocker = new ModuleMocker(global)
    const timerConfig = { idToRef: sameTimer, refToId: sameTimer }
    this.fakeTimers = new LegacyFakeTimers({ config, global, moduleMocker: this.moduleMocker, timerConfig })
    this.fakeTimersModern = new ModernFakeTimers({ config, global })
    // As Jest's own environment has it: ten frames seldom reach the test.
    Error.stackTraceLimit = 100
  }

  setup() {}

  teardown() {
    this.fakeTimers.dispose()
    this.fakeTimersModern.dispose()
    this.moduleMocker.restoreAllMocks()
    this.restoreProcess()
  }

  exportConditions() {
    return ['node', 'node-addons']
  }

  /** None: the files run among the globals of the process. */
  getVmContext() {
    return null
  }
}
