import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { siteAssets } from './site-assets'
import { layoutTexts } from './layout-texts'
import { FrameProvider, useFrame, useHref, useText, type PageFrame } from './page-frame'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

const Head = (): JSX.Element => {
  const { title } = useFrame()
  const text = useText()
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – ${text(layoutTexts.library)}`}</title>
      <link rel="icon" href={siteAssets.icon} />
      <link rel="stylesheet" href={siteAssets.designSystem} />
      <link rel="stylesheet" href={siteAssets.stylesheet} />
      <script type="module" src={siteAssets.script} />
    </head>
  )
}

/** What was done by the form that led here. It is read out, and has the focus. */
const DoneMessage = (): JSX.Element | null => {
  const { done } = useFrame()
  const text = useText()
  return done === undefined ? null : (
    <div class="alert alert-success" role="status" data-focus="">
      <p class="alert-heading">{text(layoutTexts.done)}</p>
      <p class="alert-text">{done}</p>
    </div>
  )
}

/** Says that the session is about to end. A script shows it in time. */
const SessionWarning = (): JSX.Element | null => {
  const { sessionEndsAt } = useFrame()
  const text = useText()
  const href = useHref()
  return sessionEndsAt === undefined ? null : (
    <div class="alert alert-warning" role="alert" hidden data-session-ends-at={sessionEndsAt}>
      <p class="alert-heading">{text(layoutTexts.sessionEnds)}</p>
      <p class="alert-text">{text(layoutTexts.sessionEndsText)}</p>
      <a class="button button-secondary" href={href('/log-ind/forlaeng')} data-extend-session="">
        {text(layoutTexts.stayLoggedIn)}
      </a>
    </div>
  )
}

/** Sets the language, and the width of the page. */
const Document = ({ children }: { readonly children: ComponentChildren }): JSX.Element => {
  const { language, title } = useFrame()
  const text = useText()
  return (
    <html lang={language}>
      <Head />
      <body>
        <a class="skipnav" href="#content">
          {text(layoutTexts.skipToContent)}
        </a>
        <SiteHeader />
        <div class="container page-container">
          <main id="content" tabIndex={-1}>
            <SessionWarning />
            <h1>{title}</h1>
            <DoneMessage />
            {children}
          </main>
        </div>
        <SiteFooter />
      </body>
    </html>
  )
}

/** The HTML document of a page of the site. */
export const renderSiteDocument = (frame: PageFrame, content: JSX.Element): string =>
  `<!doctype html>${renderToString(
    <FrameProvider value={frame}>
      <Document>{content}</Document>
    </FrameProvider>,
  )}`
