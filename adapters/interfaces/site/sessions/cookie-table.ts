import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { HttpDependencies } from '../../http/request-handling/http-dependencies'
import { cookieNameIn, type CookieName } from './cookies'

interface CookieDescription {
  readonly purpose: TextInBothLanguages
  readonly life: TextInBothLanguages
}

/** Each cookie that the site sets, as people are told of it. */
const cookieDescriptions: Readonly<Record<CookieName, CookieDescription>> = {
  'log-in': {
    purpose: {
      da: 'hører til en igangværende log-ind, så ingen anden kan gøre den færdig',
      en: 'belongs to a log-in that is under way, so that nobody else can finish it',
    },
    life: {
      da: 'til du er logget ind, eller browseren lukkes',
      en: 'until you are logged in, or the browser is closed',
    },
  },
  session: {
    purpose: { da: 'husker, at du er logget ind', en: 'remembers that you are logged in' },
    life: {
      da: 'til du logger ud, eller browseren lukkes; den virker ikke mere, når du har været væk i 30 minutter, eller efter otte timer',
      en: 'until you log out, or the browser is closed; it works no longer once you have been away for 30 minutes, or after eight hours',
    },
  },
}

/** The cookies of the site, each by the name that it has in a browser. */
export const cookiesOfSite = (mode: HttpDependencies['mode']) =>
  (Object.keys(cookieDescriptions) as ReadonlyArray<CookieName>).map((name) => ({
    name: cookieNameIn(mode, name),
    ...cookieDescriptions[name],
  }))
