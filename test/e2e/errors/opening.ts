import { openErrorInWords, openSystem, type OpenError, type OpenOptions } from '../../../adapters/composition/open-system'
import { testOptions } from '../../fixtures/system'

/** Why a folder cannot be opened, and the words for it. One that opens fails the test. */
export const whyShut = async (
  folder: string,
  options: Partial<OpenOptions> = {},
): Promise<{ readonly tag: OpenError['_tag']; readonly words: string }> => {
  const opened = await openSystem(folder, { ...testOptions, alarm: () => undefined, ...options })()
  if (opened._tag === 'Right') {
    await opened.right.close()
    throw new Error('the folder opened, and should not have')
  }
  return { tag: opened.left._tag, words: openErrorInWords(opened.left) }
}
