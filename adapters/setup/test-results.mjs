import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { projectPath } from './project-root.mjs'

/** The file of the test runner's results, as a path from the project root. */
export const resultsFile = 'dist/test-results.json'

/** Removes the results of an earlier run. */
export const removeOldResults = () => {
  mkdirSync(projectPath('dist'), { recursive: true })
  rmSync(projectPath(resultsFile), { force: true })
}

const read = () => {
  try {
    return JSON.parse(readFileSync(projectPath(resultsFile), 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 }
  }
}

/** Counts passed, failed and skipped tests. A test file that could not run is a failure, and so is a run without results. */
export const countResults = (ok) => {
  const results = read()
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  return {
    passed: results.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

/** The tests that ran: the titles of their `describe` blocks, their own titles, and their status. */
export const testTitles = () =>
  (read().testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({ ancestors: ancestorTitles, title, status })),
  )
