import { FootageRecorded } from './events/footage-recorded'
import { FootageStored } from './events/footage-stored'

/** Every event of a recording, in each of its versions. */
export const footageEventDefinitions = [FootageRecorded, FootageStored] as const
