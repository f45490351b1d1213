import type { Steps } from '../../postgres/migrate'
import * as firstLog from './migrations/0001-log'

export const logSchema: Steps = { schema: 'log', steps: { '0001-log': firstLog } }
