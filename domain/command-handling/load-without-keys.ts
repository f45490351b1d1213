import type { StateCache } from '../ports/state-cache'
import type { OpenedPart, ScopeKeys } from '../ports/scope-keys'
import type { LoadDependencies } from './load-aggregate'

const erasedPart: OpenedPart = { _tag: 'Erased' }

/** Opens nothing: every part reads as erased, and no key is asked for. */
const openNothing: ScopeKeys['openParts'] = (_context, _sealed, parts) => () =>
  Promise.resolve(parts.map(() => erasedPart))

/** Neither answers states that others loaded with keys, nor takes states that were loaded without any. */
const withoutStates = (cache: StateCache): StateCache => ({ ...cache, get: () => undefined, put: () => undefined })

/** The dependencies of loading, for somebody for whom no key is asked: states are loaded from open parts alone. */
export const loadingWithoutKeys = <D extends LoadDependencies>(dependencies: D): D => ({
  ...dependencies,
  keys: { ...dependencies.keys, openParts: openNothing },
  cache: withoutStates(dependencies.cache),
})
