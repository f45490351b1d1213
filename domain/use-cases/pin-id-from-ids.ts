import type { PinId } from '../values/ids'
import type { UseCaseIds } from './repeatable-ids-of-use-case'

/** The id of the PIN that a use case sets: a registration, or a change. */
export const pinIdFromIds = ({ idFor }: UseCaseIds): PinId => idFor('pin') as PinId
