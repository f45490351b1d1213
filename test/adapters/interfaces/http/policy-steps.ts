import { withHttpServer, type ServedLibrary } from './with-http-server'

/** A policy file with values for January 2026, and values from February on. */
export const policyFileOf = (january: object, february: object) => ({
  path: 'policy.json',
  text: JSON.stringify({
    versions: [
      { from: '2026-01-01', ...january },
      { from: '2026-02-01', ...february },
    ],
  }),
})

/** Serves a library that opens on 5 January 2026 with a policy that changes on 1 February. */
export const withPolicies = (january: object, february: object, use: (library: ServedLibrary) => Promise<void>) =>
  withHttpServer(use, undefined, { policyFile: policyFileOf(january, february) })
