import { testTitles } from './test-results.mjs'

/** The servers that have tests, and the browser. For each server the tests ran, or one test says what is missing. */
const expectedServers = ['a stand-in for KurrentDB', 'a real KurrentDB', 'PostgreSQL', 'SoftHSM2', 'Chromium']

const serverTitle = /^on (.+)$/
const missingTitle = /^does not run here: (.+)$/

/** The servers in the titles of a test, and the reason when the server is missing. */
const serversOfTest = ({ ancestors, title, status }) =>
  ancestors
    .map((ancestor) => serverTitle.exec(ancestor)?.[1])
    .filter((server) => server !== undefined)
    .map((server) => ({ server, reason: missingTitle.exec(title)?.[1], passed: status === 'passed' }))

const serverLine = (server, tests) => {
  const reason = tests.find(({ reason }) => reason !== undefined)?.reason
  if (reason !== undefined) return `${server}: NOT RUN, ${reason}`
  const passed = tests.filter(({ passed }) => passed).length
  return `${server}: ${passed} of ${tests.length} tests passed`
}

const groupByServer = (all) => {
  const servers = new Map()
  for (const test of all) servers.set(test.server, [...(servers.get(test.server) ?? []), test])
  return servers
}

/**
 * `lines`: for each server how many tests passed, or why none ran. `unmentioned`: the servers that no test mentions,
 * which is a failure.
 */
export const serverReport = () => {
  const titles = testTitles()
  const servers = groupByServer(titles.flatMap(serversOfTest))
  const embedded = titles.filter((test) => serversOfTest(test).length === 0)
  return {
    lines: [
      serverLine(
        'embedded stores and no server',
        embedded.map(({ status }) => ({ passed: status === 'passed' })),
      ),
      ...[...servers].map(([server, tests]) => serverLine(server, tests)).sort(),
    ],
    unmentioned: expectedServers.filter((name) => ![...servers.keys()].some((server) => server.startsWith(name))),
  }
}
