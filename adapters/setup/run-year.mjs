/**
 * Runs the simulated year: its files are in memory where there is space, and young objects have room, because the checks of
 * each midnight make many. Arguments are handed on to the test runner.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { projectRoot } from './project-root.mjs'
import { temporaryFolder } from './temporary-folder.mjs'
import { youngGenerationOptions } from './young-generation.mjs'

const jest = ['node_modules/jest/bin/jest.js', '--config', '.config/jest-slow.mjs', '--runInBand']

const { status } = spawnSync(
  process.execPath,
  [...youngGenerationOptions(64), ...jest, 'test/slow/simulated-year.test.ts', ...process.argv.slice(2)],
  { cwd: projectRoot, env: { ...process.env, TMPDIR: temporaryFolder() }, stdio: 'inherit' },
)
process.exitCode = status ?? 1
