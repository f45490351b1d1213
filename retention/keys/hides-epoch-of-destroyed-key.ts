import type { ScopeClass } from '../../domain/event/scope-class'
import { deletionClasses } from '../classes/deletion-classes'

/** Whether a destroyed key of this class tells no epoch: in *persons* it would tell the day of the erasure. */
export const hidesEpochOfDestroyedKey = (name: ScopeClass): boolean => deletionClasses[name].log === 'persons'
