import {
  classesOpenedForStaff,
  noClassOpened,
  type ClassesOpened,
} from '../../../processes/running-library/replay-operations'
import type { HttpCaller } from '../tokens/caller'

/**
 * The classes that are opened for a caller without an opening of a class: staff read living parts, auditors and
 * administrators none. Every role sees whether a part is erased or damaged.
 */
export const classesOpenedFor = ({ role }: HttpCaller): ClassesOpened =>
  role === 'staff' ? classesOpenedForStaff : noClassOpened
