import type { LogInRequest } from './log-in-provider'

type Language = LogInRequest['language']

/** The state of a log-in, which the provider sends back: a random text, and the language in which the person reads. */
export const stateInLanguage = (random: string, language: Language): string => `${random}.${language}`

/** The language of a state that came back; undefined when it is no state of this site. */
export const languageOfState = (state: string | undefined): Language | undefined => {
  const language = /\.(da|en)$/.exec(state ?? '')?.[1]
  return language === 'da' || language === 'en' ? language : undefined
}
