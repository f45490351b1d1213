import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'

/** What the checkpoint of a reactor is read with. */
interface CheckpointDependencies {
  readonly name: string
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<ReactorCheckpoints, 'readPosition'>
  /** Called when the checkpoint is beyond the end of the log: no reactor wrote it, or the log has lost events. */
  readonly alarmCheckpointAhead: () => void
}

/** A checkpoint, and the end of the log, which was read after it; undefined while the log is empty. */
interface CheckpointInLog {
  readonly position: Position | undefined
  readonly head: Position | undefined
}

/**
 * Reads the checkpoint of a reactor. One beyond the end of the log counts as none, with an alarm, because nobody knows
 * which events have been reacted to: the reactor begins at the first event again, and what it repeats changes nothing.
 */
export const readReactorCheckpoint = async (dependencies: CheckpointDependencies): Promise<CheckpointInLog> => {
  const { name, store, checkpoints, alarmCheckpointAhead } = dependencies
  const position = await checkpoints.readPosition(name)()
  const head = await store.head()
  if (position === undefined || (head !== undefined && position <= head)) return { position, head }
  alarmCheckpointAhead()
  return { position: undefined, head }
}
