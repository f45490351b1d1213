import { titlesIn } from './outcomes.mjs'

/** The servers that tests are written for: each of them ran, or says what is missing for it. */
const expected = ['a stand-in for KurrentDB', 'a real KurrentDB', 'PostgreSQL']

const mark = /^on (.+)$/
const missing = /^does not run here: (.+)$/

/** The servers that a test met, and why it met none. */
const met = ({ ancestors, title, status }) =>
  ancestors
    .map((ancestor) => mark.exec(ancestor)?.[1])
    .filter((server) => server !== undefined)
    .map((server) => ({ server, reason: missing.exec(title)?.[1], passed: status === 'passed' }))

const line = (server, tests) => {
  const reason = tests.find(({ reason }) => reason !== undefined)?.reason
  if (reason !== undefined) return `${server}: NOT RUN, ${reason}`
  const passed = tests.filter(({ passed }) => passed).length
  return `${server}: ${passed} of ${tests.length} tests passed`
}

const grouped = (all) => {
  const servers = new Map()
  for (const one of all) servers.set(one.server, [...(servers.get(one.server) ?? []), one])
  return servers
}

/**
 * A line for each server on which tests ran, or did not and why; and the servers of which no test said anything, which
 * is a failure.
 */
export const serversIn = () => {
  const titles = titlesIn()
  const servers = grouped(titles.flatMap(met))
  const embedded = titles.filter((test) => met(test).length === 0)
  return {
    lines: [
      line(
        'embedded stores and no server',
        embedded.map(({ status }) => ({ passed: status === 'passed' })),
      ),
      ...[...servers].map(([server, tests]) => line(server, tests)).sort(),
    ],
    unmentioned: expected.filter((name) => ![...servers.keys()].some((server) => server.startsWith(name))),
  }
}
