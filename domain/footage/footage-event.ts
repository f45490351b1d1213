import type { FootageRecorded } from './events/footage-recorded'
import type { FootageStored } from './events/footage-stored'

export type FootageEvent = FootageRecorded | FootageStored
