import {
  libraryOpeningErrorMessage,
  type LibraryOpeningError,
} from '../../../adapters/composition/library-opening-error'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'
import { testOpenOptions } from '../../fixtures/running-library'

/** The error of opening a folder, and its message. Fails when the folder opens. */
export const expectOpenError = async (
  folder: string,
  options: Partial<OpenRunningLibraryOptions> = {},
): Promise<{ readonly tag: LibraryOpeningError['_tag']; readonly words: string }> => {
  const opened = await openRunningLibrary(folder, { ...testOpenOptions, alarm: () => undefined, ...options })()
  if (opened._tag === 'Right') {
    await opened.right.close()
    throw new Error('the folder opened, and should not have')
  }
  return { tag: opened.left._tag, words: libraryOpeningErrorMessage(opened.left) }
}
