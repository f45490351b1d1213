import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { PolicyFile, PolicySettings, PolicyVersionInFile, CompletePolicyVersion } from './policy-file'
import { toPolicySettings } from './to-policy-settings'
import { isJsonObject } from './json-object'

/** Objects are merged member by member; any other value, a list included, replaces the earlier one. */
const merged = (earlier: unknown, change: unknown): unknown => {
  if (change === undefined) return earlier
  if (!isJsonObject(earlier) || !isJsonObject(change)) return change
  const before: Readonly<Record<string, unknown>> = { ...earlier }
  const changes = Object.entries(change).map(([key, value]) => [key, merged(before[key], value)] as const)
  return { ...before, ...Object.fromEntries(changes) }
}

const settingsAfter =
  ({ from: _from, ...change }: PolicyVersionInFile) =>
  (earlier: PolicySettings): PolicySettings =>
    merged(earlier, change) as PolicySettings

/** Each version with all of its values: what it does not give is that of the version before, or the default. */
export const completePolicyVersions = ({ versions }: PolicyFile): ReadonlyArray<CompletePolicyVersion> =>
  versions.reduce<ReadonlyArray<CompletePolicyVersion>>((whole, version) => {
    const earlier = whole.at(-1)?.settings ?? toPolicySettings(defaultLibraryPolicy)
    return [...whole, { from: version.from, settings: settingsAfter(version)(earlier) }]
  }, [])
