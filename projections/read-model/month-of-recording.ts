import type { EventMetadata } from '../../domain/event/domain-event'
import type { Month } from '../../domain/values/month'

/** The month of recording: *circulation* records the day, *persons* the month. */
export const monthOfRecording = ({ recorded }: EventMetadata): Month => recorded.slice(0, 7) as Month
