import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { siteAssets } from '../layout/site-assets'
import { logInTexts } from '../log-in/log-in-texts'

const texts = {
  heading: { da: 'Hvem vil du være?', en: 'Who do you want to be?' },
  explanation: {
    da: 'Her står ellers en national log-in. Dette er et prøvebibliotek, så alle må vælge.',
    en: 'Elsewhere a national log-in stands here. This is a library to try out, so everybody may choose.',
  },
  firstBorrowerForgotten: {
    da: 'Den låner, som prøvebiblioteket begyndte med, er glemt. Vil du begynde forfra, så stop tjenesten, fjern bibliotekets mappe (.glemsom), og kør npm start.',
    en: 'The borrower with whom this library began is forgotten. To begin again, stop the service, remove the folder of the library (.glemsom), and run npm start.',
  },
  problemHeading: { da: 'Denne log-in kan ikke fortsætte', en: 'This log-in cannot go on' },
  isNotUnderWay: {
    da: 'Log-in blev ikke begyndt på dette websted, eller det tog for lang tid, eller det er allerede afsluttet. Log ind igen.',
    en: 'The log-in was not begun on this site, or it took too long, or it has ended already. Log in again.',
  },
  logOutHeading: { da: 'Vil du logge helt ud?', en: 'Do you want to log out entirely?' },
  logOutExplanation: {
    da: 'Du er logget ud af biblioteket. Log-ind-tjenesten husker dig endnu: uden at spørge lukker den dig ind igen.',
    en: 'You are logged out of the library. The log-in service still remembers you: it lets you in again without asking.',
  },
  logOut: { da: 'Log ud', en: 'Log out' },
  stay: { da: 'Til bibliotekets forside uden at logge helt ud', en: 'To the front page without logging out entirely' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** A user whom anybody may be. */
export interface DemoUserChoice {
  readonly id: string
  readonly name: TextInBothLanguages
}

/** Whom somebody may be, and whether the borrower with whom the library began is forgotten. */
interface DemoUserChoices {
  readonly users: ReadonlyArray<DemoUserChoice>
  readonly isFirstBorrowerForgotten: boolean
}

interface DocumentProps {
  readonly language: MessageLanguage
  readonly heading: TextInBothLanguages
  readonly children: JSX.Element | ReadonlyArray<JSX.Element>
}

const Document = ({ language, heading, children }: DocumentProps): JSX.Element => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{heading[language]}</title>
      <link rel="icon" href={siteAssets.icon} />
      <link rel="stylesheet" href={siteAssets.designSystem} />
      <link rel="stylesheet" href={siteAssets.stylesheet} />
    </head>
    <body>
      <div class="container page-container">
        <main>
          <h1>{heading[language]}</h1>
          {children}
        </main>
      </div>
    </body>
  </html>
)

/** The page on which somebody chooses a demo user. `action`: where the choice is sent. */
export const renderDemoLogIn = (
  language: MessageLanguage,
  action: string,
  { users, isFirstBorrowerForgotten }: DemoUserChoices,
): string =>
  `<!doctype html>${renderToString(
    <Document language={language} heading={texts.heading}>
      <>
        <p>{texts.explanation[language]}</p>
        {isFirstBorrowerForgotten ? <p>{texts.firstBorrowerForgotten[language]}</p> : null}
        <form method="post" action={action}>
          {users.map(({ id, name }) => (
            <p>
              <button class="button button-primary" type="submit" name="user" value={id}>
                {name[language]}
              </button>
            </p>
          ))}
        </form>
      </>
    </Document>,
  )}`

/** The page that says why a log-in cannot go on, and leads to the log-in of the site. `detail`: why, where it is known. */
export const renderDemoLogInProblem = (
  language: MessageLanguage,
  detail: string = texts.isNotUnderWay[language],
): string =>
  `<!doctype html>${renderToString(
    <Document language={language} heading={texts.problemHeading}>
      <>
        <p>{detail}</p>
        <p>
          <a href={`/${language}/log-ind`}>{logInTexts.title[language]}</a>
        </p>
      </>
    </Document>,
  )}`

/** The page on which somebody logs out. `form`: the form of the provider, which has the id `op.logoutForm`. */
export const renderDemoLogOut = (language: MessageLanguage, form: string): string =>
  `<!doctype html>${renderToString(
    <Document language={language} heading={texts.logOutHeading}>
      <>
        <p>{texts.logOutExplanation[language]}</p>
        <div dangerouslySetInnerHTML={{ __html: form }} />
        <button class="button button-primary" type="submit" form="op.logoutForm" name="logout" value="yes">
          {texts.logOut[language]}
        </button>
        <p>
          <a href={`/${language}`}>{texts.stay[language]}</a>
        </p>
      </>
    </Document>,
  )}`
