import type { Scope } from '../../../projections/kernel/purge'
import type { HeldKeys } from '../../../retention/keys/make-keys'
import type { ForgettingCache } from '../../processes/running/state-cache'

/** Drops what this process holds in memory of scopes that are erased. */
export type Forget = (scopes: ReadonlyArray<Scope>) => void

/** Forgets keys and states. Whose children a borrower has is nobody's to know: with a borrower every state goes. */
export const forgetting =
  (keys: Pick<HeldKeys, 'evict'>, cache: ForgettingCache): Forget =>
  (scopes) => {
    const ids = scopes.map(({ scope }) => scope)
    keys.evict(ids)
    if (scopes.some(({ class: name }) => name === 'borrower')) cache.clear()
    else cache.evict(ids)
  }
