import type { JSX } from 'preact'
import { PlainForm } from '../forms/plain-form'
import { layoutTexts } from './layout-texts'
import { MenuOfLinks } from './menu-of-links'
import { useFrame, useHref, useText } from './page-frame'

const LanguageLink = (): JSX.Element => {
  const { language, address } = useFrame()
  const text = useText()
  const other = language === 'da' ? 'en' : 'da'
  return (
    <a href={`/${other}${address}`} hreflang={other} lang={other}>
      {text(layoutTexts.otherLanguage)}
    </a>
  )
}

/** Logs out; or leads to the borrower's own pages, through the log-in when that is needed. */
const LogOutOrMyLibrary = (): JSX.Element => {
  const { isLoggedIn } = useFrame()
  const text = useText()
  const href = useHref()
  return isLoggedIn ? (
    <>
      <a href={href('/log-ud-overalt')}>{text(layoutTexts.logOutEverywhere)}</a>
      <PlainForm action="/log-ud">
        <button type="submit" class="button button-tertiary">
          {text(layoutTexts.logOut)}
        </button>
      </PlainForm>
    </>
  ) : (
    <a href={href('/mit')}>{text(layoutTexts.myLibrary)}</a>
  )
}

const Menu = (): JSX.Element | null => {
  const { menu } = useFrame()
  const href = useHref()
  return menu.length === 0 ? null : <MenuOfLinks label={layoutTexts.menu} entries={menu} href={href} />
}

/** The head of every page: the library, the other language, log-out, and the menu; or that it does not know who reads it. */
export const SiteHeader = (): JSX.Element => {
  const { isLoggedIn } = useFrame()
  const text = useText()
  const href = useHref()
  return (
    <header class="site-header">
      <div class="container site-header-row">
        <a class="site-name" href={href('/')}>
          {text(layoutTexts.library)}
        </a>
        <div class="site-tools">
          <LanguageLink />
          <LogOutOrMyLibrary />
        </div>
      </div>
      <div class="container">{isLoggedIn ? <Menu /> : <p class="small-text">{text(layoutTexts.unknownReader)}</p>}</div>
    </header>
  )
}
