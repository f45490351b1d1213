import { effectiveDeadline, type EffectiveDeadline } from '../../../../domain/policy/effective-deadline'
import type { RunningLibrary } from '../../../processes/running-library/running-library'

/** The day on which a recorded due day or pick-up deadline falls, as far as closed days are known today. */
export const deadlineToday = ({
  useCaseDependencies: { policy, commandHandling },
}: Pick<RunningLibrary, 'useCaseDependencies'>): EffectiveDeadline =>
  effectiveDeadline(policy(commandHandling.clock.today()))
