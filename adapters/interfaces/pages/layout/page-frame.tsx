import { createContext, type ComponentChildren, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Contacts } from '../../../../domain/policy/contacts'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { PageLanguageProvider } from '../formatting/page-language'

/** What is wrong with a form that was sent, in the words of the person. */
export interface FormProblem {
  readonly title: string
  readonly detail: string
  /** By JSON pointer, such as `/name`. */
  readonly textByPointer: Readonly<Record<string, string>>
  /** Whether staff may go on with a reason. */
  readonly mayBeOverridden: boolean
}

/** A form that was sent and refused: the page shows it again with what was written in it. */
export interface RefusedForm {
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
  readonly problem: FormProblem
  /** The key with which it was sent. A form that only asks has none. */
  readonly key?: string
}

/** A place in the menu of a page. */
export interface MenuEntry {
  /** Without the language. */
  readonly path: string
  readonly text: TextInBothLanguages
}

/** What every part of a page may ask: in which language it is written, where it stands, and what was sent to it. */
export interface PageFrame {
  readonly language: MessageLanguage
  /** The path of the page without its language, with its query. */
  readonly address: string
  readonly title: string
  readonly menu: ReadonlyArray<MenuEntry>
  readonly isLoggedIn: boolean
  /** The token of the forms of this page; undefined when it has none. */
  readonly formToken: string | undefined
  /** A key for each form, so that a form that is sent twice acts once. */
  readonly makeFormKey: () => string
  readonly refused: RefusedForm | undefined
  /** What was done by the form that led here. */
  readonly done: string | undefined
  /** When the session ends, in ms since 1970; undefined without one. */
  readonly sessionEndsAt: number | undefined
  /** Whom to ask about one's data: every page says so. */
  readonly contacts: Contacts
}

const FrameContext = createContext<PageFrame | undefined>(undefined)

interface FrameProviderProps {
  readonly value: PageFrame
  readonly children: ComponentChildren
}

/** Gives a page's parts its frame. */
export const FrameProvider = ({ value, children }: FrameProviderProps): JSX.Element => (
  <FrameContext.Provider value={value}>
    <PageLanguageProvider value={value.language}>{children}</PageLanguageProvider>
  </FrameContext.Provider>
)

/** The frame of the page that is rendered. Only parts of a page may call it. */
export const useFrame = (): PageFrame => {
  const frame = useContext(FrameContext)
  if (frame === undefined) throw new Error('a part of a page was rendered without a page')
  return frame
}

/** The path of the page without its language. */
export const usePath = (): string => {
  const { address } = useFrame()
  return address.split('?')[0] ?? address
}

/** Picks the text in the page's language. */
export const useText = (): ((text: TextInBothLanguages) => string) => {
  const { language } = useFrame()
  return (text) => text[language]
}

/** The address of another page in the page's language. `path`: without the language, with its query if it has one. */
export const useHref = (): ((path: string) => string) => {
  const { language } = useFrame()
  return (path) => `/${language}${path}`
}

/** A text in the page's language. */
export const Text = ({ of }: { readonly of: TextInBothLanguages }): JSX.Element => <>{useText()(of)}</>
