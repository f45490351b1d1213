/** A text in Danish and English. */
export interface TranslatedText {
  readonly da: string
  readonly en: string
}

/** The language of an answer: Danish unless the caller prefers English. */
export type AnswerLanguage = keyof TranslatedText

/** The HTTP status and the text of a problem. */
export interface ProblemText extends TranslatedText {
  readonly status: number
}

export const httpProblemText = (status: number, da: string, en: string): ProblemText => ({ status, da, en })
