import { adviceOnFailingPart } from '../failures/advice-on-failing-part'
import {
  describeDatabaseFileDamage,
  type DatabaseFileToCheck,
  type DatabaseFileCheckResults,
} from './database-file-check-results'

/** A file as operators read of it. */
export interface CheckedFile {
  /** The name of the file, without its folder. */
  readonly file: string
  /** `ok`, `not checked yet`, or what is wrong. */
  readonly status: string
  /** Null when there is nothing to do. */
  readonly whatToDo: string | null
}

export const isCheckedFileUndamaged = ({ status }: CheckedFile): boolean => status === 'ok'

/** Says what the last check of a file has found. */
export const describeCheckedFile =
  ({ resultOf }: Pick<DatabaseFileCheckResults, 'resultOf'>) =>
  (checkable: DatabaseFileToCheck): CheckedFile => {
    const { file, part } = checkable
    const result = resultOf(checkable)
    switch (result._tag) {
      case 'NotChecked':
        return { file, status: 'not checked yet', whatToDo: null }
      case 'Whole':
        return { file, status: 'ok', whatToDo: null }
      case 'CheckFailed':
        return {
          file,
          status: `could not be checked: ${result.reason}`,
          whatToDo: 'See that the process can read the file. Check it again: glemsom log check',
        }
      case 'Damaged': {
        const reason = describeDatabaseFileDamage(file, result.damage)
        return { file, status: reason, whatToDo: adviceOnFailingPart({ part, reason }) }
      }
    }
  }
