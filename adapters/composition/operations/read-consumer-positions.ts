import { logNames, type LogName } from '../../../domain/event/stream'
import type { LogConsumerPosition } from '../../../retention/guards/consumers-behind'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { Reactor } from '../../processes/reactors/reactor'

/** Every reactor reads the log of circulation. */
const logOfReactors: LogName = 'circulation'

/** The position of each projector and reactor in each log that it reads. */
export const readConsumerPositions = (
  projectorGroup: ProjectorGroup,
  reactors: ReadonlyArray<Reactor>,
): ReadonlyArray<LogConsumerPosition> => [
  ...projectorGroup
    .positions()
    .flatMap(({ name, at }) => logNames.map((log) => ({ name, log, position: at[log] === '' ? undefined : at[log] }))),
  ...reactors.map(({ name, position }) => ({ name, log: logOfReactors, position: position() })),
]
