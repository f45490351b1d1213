import { testRollingProcesses } from './rolling-processes-suite'
import { withServersShared } from './with-servers-shared'

/** Long: a take-over waits for the end of the lease of the paused process. */
withServersShared((share) => testRollingProcesses('on a cluster', share))
