/** Words in both languages of the library. */
export interface Words {
  readonly da: string
  readonly en: string
}

/** The languages an answer may be in; Danish unless English is asked for. */
export type Tongue = keyof Words

/** What is told when something is not done: the status of HTTP, and the words. */
export interface Telling extends Words {
  readonly status: number
}

export const telling = (status: number, da: string, en: string): Telling => ({ status, da, en })
