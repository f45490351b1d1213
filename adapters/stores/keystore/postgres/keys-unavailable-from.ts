import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { postgresUnavailable } from '../../postgres/postgres-failure'

/** Why keys on PostgreSQL are unavailable, from an error of the driver. */
export const keysUnavailableFrom = (error: unknown): Unavailable => keysUnavailable(postgresUnavailable(error).reason)
