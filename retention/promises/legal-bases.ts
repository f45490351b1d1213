import type { TextInBothLanguages } from './kind-of-data'

/** Lending is a task that the law gives to the municipality. */
export const lendingIsPublicTask: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e (udlån efter biblioteksloven)',
  en: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services)',
}

export const feesArePublicTask: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e (gebyrer efter biblioteksloven)',
  en: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services)',
}

export const cprInPublicAuthority: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e; databeskyttelseslovens § 11, stk. 1',
  en: 'GDPR Article 6(1)(e); Danish Data Protection Act, section 11(1)',
}

export const consentOfBorrower: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra a, og artikel 7, stk. 3 (samtykke, som kan trækkes tilbage)',
  en: 'GDPR Article 6(1)(a) and 7(3) (consent, which can be withdrawn)',
}

export const legalClaims: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra c og e; artikel 17, stk. 3, litra b og e',
  en: 'GDPR Article 6(1)(c) and (e); Article 17(3)(b) and (e)',
}

export const statisticsInPublicInterest: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e; artikel 5, stk. 1, litra b, og artikel 89, stk. 1 (statistik)',
  en: 'GDPR Article 6(1)(e); Articles 5(1)(b) and 89(1) (statistics)',
}

export const answerToRequest: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra c; artikel 12, stk. 3, og artikel 15',
  en: 'GDPR Article 6(1)(c); Articles 12(3) and 15',
}

export const accountability: TextInBothLanguages = {
  da: 'GDPR artikel 5, stk. 2 (ansvarlighed), og artikel 30',
  en: 'GDPR Article 5(2) (accountability) and Article 30',
}

export const surveillanceIsPublicTask: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e; tv-overvågningslovens § 4 c',
  en: 'GDPR Article 6(1)(e); Danish Act on TV Surveillance, section 4 c',
}

/** The security of the website, and the counts of its use. */
export const websiteIsPublicTask: TextInBothLanguages = {
  da: 'GDPR artikel 6, stk. 1, litra e (hjemmesidens sikkerhed og statistik); artikel 32',
  en: 'GDPR Article 6(1)(e) (security and statistics of the website); Article 32',
}
