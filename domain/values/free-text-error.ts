import { containsCpr } from './contains-cpr'

/** Why a text may not be stored as a name or a note. `tooLong`: more characters than the field may have. */
export type FreeTextError = 'tooLong' | 'controlCharacters' | 'invisibleCharacters' | 'blank' | 'cprNumber'

/** Unpaired surrogates, control characters, line separators, and characters that change the direction of writing. */
const forbiddenCharacters = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

/**
 * Characters that nobody sees: two texts that look alike would differ. Joiners and variation selectors, which the writing
 * of many languages needs, are not among them.
 */
const invisibleCharacters = /(?![\p{Join_Control}\p{Variation_Selector}])[\p{Default_Ignorable_Code_Point}\p{Cf}]/u

const visibleCharacter = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

const lengthOf = (text: string): number => Array.from(text).length

/**
 * The first rule that a line of text breaks; undefined when it may be stored. A CPR number belongs in its own field,
 * wherever the text comes from.
 */
export const freeTextError =
  (maxLength: number) =>
  (text: string): FreeTextError | undefined => {
    if (lengthOf(text) > maxLength) return 'tooLong'
    if (forbiddenCharacters.test(text)) return 'controlCharacters'
    if (invisibleCharacters.test(text)) return 'invisibleCharacters'
    if (!visibleCharacter.test(text)) return 'blank'
    return containsCpr(text) ? 'cprNumber' : undefined
  }
