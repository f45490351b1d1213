import type { Steps } from '../../postgres/migrate'
import * as firstKeys from './migrations/0001-keys'

export const keysSchema: Steps = { schema: 'keystore', steps: { '0001-keys': firstKeys } }
