import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { Lease, Leases } from '../../domain/ports/leases'
import type { KeyStore } from '../../retention/keys/key-store'

/** A key store that pauses at the checkpoint that removes erased keys from the disk, until it may continue. */
export const pausedKeyStore = (store: KeyStore) => {
  let goOn: () => void = () => undefined
  let resolveReached: () => void = () => undefined
  const isReached = new Promise<void>((resolve) => (resolveReached = resolve))
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
  const checkpointTruncate: KeyStore['checkpointTruncate'] = async () => {
    resolveReached()
    await mayGoOn
    return store.checkpointTruncate()
  }
  return { store: { ...store, checkpointTruncate }, isReached, goOn: () => goOn() }
}

/** Leases of a paused process: it renews none and does not notice. */
export const withoutRenewal = (leases: Leases): Leases => ({
  ...leases,
  acquire: (name) =>
    TE.map(O.map((lease: Lease): Lease => ({ ...lease, renew: () => Promise.resolve(true) })))(leases.acquire(name)),
})
