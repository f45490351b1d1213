import type { TranslatedText } from '../problems/http-problem-text'

export const mustNotContainCpr: TranslatedText = {
  da: 'må ikke indeholde et CPR-nummer',
  en: 'must not contain a CPR number',
}

export const mustNotBeCpr: TranslatedText = {
  da: 'må ikke være et CPR-nummer; er det et udenlandsk telefonnummer, så skriv + og landekode foran',
  en: 'must not be a CPR number; if it is a phone number from abroad, write + and the code of the country in front',
}
