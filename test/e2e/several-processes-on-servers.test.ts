import { testSeveralProcesses } from './several-processes-suite'
import { withServersShared } from './with-servers-shared'

/** Long: a take-over waits for the end of the lease of the paused process. */
withServersShared((share) => testSeveralProcesses('on a cluster', share))
