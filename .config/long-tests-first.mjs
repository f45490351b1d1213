import path from 'node:path'
import Sequencer from '@jest/test-sequencer'

/** Files that take longest, longest first. Begun late, one of them would run alone while the other processors have nothing to do. */
const longest = [
  'test/forensic/attack-on-both-logs.test.ts',
  'test/adapters/imports/ledger/embedded-and-server-stores.test.ts',
  'test/bench/ratios/bench-ratios.test.ts',
  'test/browser/every-page.test.ts',
  'test/browser/states-of-pages.test.ts',
  'test/promises/promises.test.ts',
  'test/year/broken-promises.test.ts',
  'test/adapters/imports/ledger/real-ledgers.test.ts',
  'test/contract/event-store.kurrentdb.test.ts',
  'test/crash/kill-repeatedly.test.ts',
  'test/crash/import-killed.test.ts',
  'test/browser/staff-pages-in-browser.test.ts',
  'test/browser/lending-in-browser.test.ts',
  'test/year/short-year.test.ts',
  'test/processes/killed-process.test.ts',
  'test/browser/session-in-browser.test.ts',
  'test/browser/jobs-by-keyboard.test.ts',
  'test/processes/paused-process.test.ts',
  'test/e2e/rolling-processes-on-servers.test.ts',
  'test/adapters/imports/ledger/made-up-ledger.test.ts',
  'test/e2e/damage/changed-log.test.ts',
  'test/e2e/damage/damaged-views.test.ts',
  'test/e2e/readme-tour.test.ts',
  'test/e2e/messages/before-erasure.test.ts',
  'test/e2e/installed-package.test.ts',
]

const rank = ({ path: file, context }) => {
  const index = longest.indexOf(path.relative(context.config.rootDir, file).split(path.sep).join('/'))
  return index === -1 ? longest.length : index
}

/** Runs the longest files first, and the others in Jest's own order. */
export default class LongTestsFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => rank(one) - rank(other))
  }
}
