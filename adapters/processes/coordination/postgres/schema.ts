import type { Steps } from '../../../stores/postgres/migrate'
import * as firstCoordination from './migrations/0001-coordination'

export const coordinationSchema: Steps = { schema: 'coordination', steps: { '0001-coordination': firstCoordination } }
