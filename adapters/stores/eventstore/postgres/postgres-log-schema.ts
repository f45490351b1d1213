import type { SchemaSteps } from '../../postgres/migrate-postgres-schema'
import * as firstLog from './migrations/0001-log'
import * as eventCodes from './migrations/0003-event-codes'
import * as positionsInRange from './migrations/0004-positions-in-range'
import * as shuffle from './migrations/0005-shuffle'
import * as singleAppend from './migrations/0002-single-append'

export const postgresLogSchema: SchemaSteps = {
  schema: 'log',
  steps: {
    '0001-log': firstLog,
    '0002-single-append': singleAppend,
    '0003-event-codes': eventCodes,
    '0004-positions-in-range': positionsInRange,
    '0005-shuffle': shuffle,
  },
}
