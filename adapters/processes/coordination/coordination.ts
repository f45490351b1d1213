import type { Task } from 'fp-ts/Task'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import type { Leases } from '../../../domain/ports/leases'
import type { ProcessRegistry } from '../process-registry/process-registry'
import type { ReactorProgressChannel } from './reactor-progress-channel'

/** Locks, leases and the process registry that several processes of one library share. */
export interface Coordination extends Pick<UseCaseDependencies, 'borrowerLock' | 'namedLock'> {
  readonly leases: Leases
  readonly processRegistry: ProcessRegistry
  readonly progress: ReactorProgressChannel
  readonly close: Task<void>
}
