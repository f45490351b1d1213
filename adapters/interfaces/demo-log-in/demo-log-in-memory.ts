import type { AdapterFactory, AdapterPayload } from 'oidc-provider' with { 'resolution-mode': 'import' }
import { boundedCache } from '../../system/caching/bounded-cache'

/** The most things that the provider remembers at a time: the oldest are dropped. */
const maxEntries = 10_000

/** How long a thing lasts of which the provider does not say it. */
const longestSeconds = 3600

/** What the provider of demo users remembers, in memory, each thing for its seconds. */
export const createDemoLogInMemory = (): AdapterFactory => {
  const entries = boundedCache<string, AdapterPayload>(maxEntries)
  const find = (wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...entries.values()].find(wanted)
  return (model) => {
    const keyOf = (id: string): string => `${model} ${id}`
    return {
      upsert: (id, payload, expiresIn) =>
        Promise.resolve(void entries.set(keyOf(id), payload, { ttl: (expiresIn ?? longestSeconds) * 1000 })),
      find: (id) => Promise.resolve(entries.get(keyOf(id))),
      findByUid: (uid) => Promise.resolve(find((payload) => payload.uid === uid && payload.kind === model)),
      findByUserCode: (code) => Promise.resolve(find((payload) => payload.userCode === code)),
      consume: (id) => {
        const payload = entries.get(keyOf(id))
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
        return Promise.resolve()
      },
      destroy: (id) => Promise.resolve(void entries.delete(keyOf(id))),
      revokeByGrantId: (grantId) => {
        for (const [key, payload] of [...entries.entries()]) if (payload.grantId === grantId) entries.delete(key)
        return Promise.resolve()
      },
    }
  }
}
