import type { Task } from 'fp-ts/Task'
import type { Library } from '../../../domain/use-cases/library'
import type { Leases } from '../../../domain/ports/leases'
import type { Presence } from './presence'
import type { ProgressChannel } from './progress'

/** What several processes that serve one library agree by. */
export interface Coordination extends Pick<Library, 'gate' | 'registrationGate'> {
  readonly leases: Leases
  readonly presence: Presence
  readonly progress: ProgressChannel
  readonly close: Task<void>
}
