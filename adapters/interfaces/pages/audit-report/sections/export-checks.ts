import type { ReportCheck } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts } from '../report-parts'

/** How to check an export on another machine, by a program that does not know the library. */
export const exportChecks = (words: ReportLanguage): ReadonlyArray<ReportCheck> => {
  const { check } = reportParts(words)
  return [
    check(
      {
        da: 'Få en eksport skrevet. Den har begge logge, uden nøgler og uden forseglet indhold.',
        en: 'Have an export written. It has both logs, without keys and without sealed content.',
      },
      'glemsom audit export /srv/eksport',
      true,
    ),
    check(
      {
        da: 'Få bibliotekets offentlige nøgle én gang, og gem den selv:',
        en: 'Get the public key of the library once, and store it yourself:',
      },
      'glemsom certificates key > bibliotek.pem',
      true,
    ),
    check(
      {
        da: 'Kontrollér den på en anden maskine med det selvstændige program, som ikke kender biblioteket.',
        en: 'Verify it on another machine by the separate program, which does not know the library.',
      },
      'glemsom-verify /srv/eksport --key bibliotek.pem',
    ),
  ]
}
