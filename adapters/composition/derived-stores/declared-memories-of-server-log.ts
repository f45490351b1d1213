import { erasedWithoutPurgeWhen, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

/** What a process holds in memory of the website's server log. */
export const declaredMemoriesOfServerLog: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'server log of the running hour',
    kind: 'list',
    holds:
      'addresses and browsers of at most 20,000 lines an hour, and the visits of pages, until they are in the short-term store',
    erasure: erasedWithoutPurgeWhen('the hour is over, or the process ends'),
    variables: [
      'adapters/processes/server-log/logged-hour.ts#lines',
      'adapters/processes/server-log/logged-hour.ts#visits',
      'adapters/processes/server-log/server-log-recorder.ts#hours',
      'adapters/processes/server-log/server-log-recorder.ts#unstored',
    ],
  },
  {
    name: 'visitors of a month',
    kind: 'list',
    holds: 'the addresses that used each browser, to know how many there are',
    erasure: erasedWithoutPurgeWhen('the month is counted'),
    variables: ['domain/visitors/tally-visitors.ts#addressesByBrowser', 'domain/visitors/tally-visitors.ts#all'],
  },
]
