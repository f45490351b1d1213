import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { StylesheetLinks } from '../base/stylesheet-links'
import { emailVerificationStylesheetPath } from './email-verification-stylesheet'
import { actionsByView, textsByView, type EmailVerificationView } from './email-verification-texts'

/** Under which addresses the page stands: the token of the link comes last. */
export const emailVerificationPath = '/email-verification'

interface PageProps {
  readonly view: EmailVerificationView
  readonly token: string
  readonly language: MessageLanguage
}

/** A form without fields, so that only a person who presses the button sends it. */
const ActionForm = ({ view, token, language }: PageProps): JSX.Element | null => {
  const action = actionsByView[view]
  return action === undefined ? null : (
    <form method="post" action={`${emailVerificationPath}/${token}${action.path}`}>
      <button type="submit">{action.label[language]}</button>
    </form>
  )
}

const EmailVerificationPage = (props: PageProps): JSX.Element => {
  const { view, language } = props
  const { heading, text } = textsByView[view]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{heading[language]}</title>
        <StylesheetLinks own={emailVerificationStylesheetPath} />
      </head>
      <body>
        <main>
          <h1>{heading[language]}</h1>
          <p>{text[language]}</p>
          <ActionForm {...props} />
        </main>
      </body>
    </html>
  )
}

/** The HTML document to which the link of a mail leads. It names neither the borrower nor the address. */
export const renderEmailVerification = (props: PageProps): string =>
  `<!doctype html>${renderToString(<EmailVerificationPage {...props} />)}`
