import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'

const LanguageContext = createContext<MessageLanguage | undefined>(undefined)

/** Gives the parts of a page the language in which the page is written. */
export const PageLanguageProvider = LanguageContext.Provider

/** The language in which the page is written. Only parts of a page may call it. */
export const usePageLanguage = (): MessageLanguage => {
  const language = useContext(LanguageContext)
  if (language === undefined) throw new Error('a part of a page was rendered without a language')
  return language
}
