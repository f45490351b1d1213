import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { within } from './root.mjs'

/** Where the test runner leaves its results, from the root of the project. */
export const fileOfResults = 'dist/test-results.json'

/** Takes away the results of an earlier run, so that they are not counted for this one. */
export const freshResults = () => {
  mkdirSync(within('dist'), { recursive: true })
  rmSync(within(fileOfResults), { force: true })
}

const read = () => {
  try {
    return JSON.parse(readFileSync(within(fileOfResults), 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 }
  }
}

/** How many tests passed, failed and were skipped; a file that could not run is a failure, and so is a run without results. */
export const outcomesIn = (ok) => {
  const results = read()
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  return {
    passed: results.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

/** Every test that ran: what it is part of, its title, and how it ended. */
export const titlesIn = () =>
  (read().testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({ ancestors: ancestorTitles, title, status })),
  )
