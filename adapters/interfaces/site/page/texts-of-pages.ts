import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { expectedValueTexts } from '../../http/problems/expected-value-texts'
import { httpFailureTexts } from '../../http/problems/http-failure-texts'
import { replayPointTexts } from '../../http/resources/replays/replay-point-of-query'

const nothing = { da: '', en: '' }
const { Ore, OrderId, Phone } = expectedValueTexts

const formIsUnreadable = {
  da: 'Formularen kom ikke rigtigt frem. Intet er ændret. Gå tilbage, og send den igen.',
  en: 'The form did not arrive as it should. Nothing was changed. Go back, and send it again.',
}

/**
 * What pages say in place of what programs are told: a person writes kroner, and knows no member and no address of the HTTP
 * interface.
 */
const inPlaceOf: ReadonlyArray<
  readonly [forPrograms: TextInBothLanguages | undefined, forPeople: TextInBothLanguages]
> = [
  [Ore, { da: 'et beløb i kroner, f.eks. 20 eller 20,50', en: 'an amount in kroner, such as 20 or 20.50' }],
  [
    OrderId,
    {
      da: 'kassens bonnummer: 1 til 64 bogstaver (a-z), cifre, punktummer, understregninger eller bindestreger, f.eks. 20-4711',
      en: 'the receipt number of the till: 1 to 64 letters (a-z), digits, full stops, underscores or hyphens, such as 20-4711',
    },
  ],
  [
    Phone,
    {
      da: 'et telefonnummer: 8 til 15 cifre, evt. med + og landekode foran, f.eks. +45 12 34 56 78',
      en: 'a phone number: 8 to 15 digits, + and the code of a country may stand in front, such as +45 12 34 56 78',
    },
  ],
  [
    { da: 'skal stå sammen med paperMonth', en: 'must stand together with paperMonth' },
    { da: 'skal stå sammen med papirets måned', en: 'must stand together with the month of the paper' },
  ],
  [{ da: ' Send den som currentPin.', en: ' Send it as currentPin.' }, nothing],
  [{ da: ' Alle adresser er beskrevet i /openapi.json.', en: ' /openapi.json describes every address.' }, nothing],
  [
    {
      da: ' Driften ser i /health hvorfor, og hvad der skal gøres.',
      en: ' Operators see in /health why, and what to do.',
    },
    { da: ' Prøv igen om lidt.', en: ' Try again in a moment.' },
  ],
  [
    replayPointTexts.isNoneOfPersons,
    {
      da: 'findes ikke for en låner: hændelser om personer skifter plads, når deres måned lukkes. Skriv en dag i stedet',
      en: 'does not exist for a borrower: events of persons change places when their month is closed. Write a day instead',
    },
  ],
  [
    httpFailureTexts.AmountIsNothing,
    { da: 'Beløbet skal være mindst 0,01 kr.', en: 'The amount must be at least DKK 0.01.' },
  ],
  [
    httpFailureTexts.OrderIsAnotherPayment,
    {
      da: 'Bonnummeret fra kassen er brugt til en anden betaling.',
      en: 'The receipt number of the till was used for another payment.',
    },
  ],
  [
    httpFailureTexts.OrderIsAnotherPayout,
    {
      da: 'Bonnummeret fra kassen er brugt til en anden udbetaling.',
      en: 'The receipt number of the till was used for another payout.',
    },
  ],
  [
    { da: ' Den rigtige dato er værdien af today.', en: ' Its date is the value of today.' },
    {
      da: ' Se efter et andet sted end her, hvilken dato det er.',
      en: ' Look up elsewhere than here which date it is.',
    },
  ],
  [
    httpFailureTexts.BodyIsTooLarge,
    {
      da: 'Formularen er for stor. Intet er ændret. Gå tilbage, og skriv mindre i den.',
      en: 'The form is too large. Nothing was changed. Go back, and write less in it.',
    },
  ],
  ...[
    httpFailureTexts.JsonIsMalformed,
    httpFailureTexts.BodyCharsetIsUnknown,
    httpFailureTexts.BodyCompressionIsUnknown,
  ].map((forPrograms) => [forPrograms, formIsUnreadable] as const),
  [
    httpFailureTexts.KeyWasUsedForAnother,
    {
      da: 'Formularen er sendt før med et andet indhold. Åbn siden igen.',
      en: 'The form was sent before with other content. Open the page again.',
    },
  ],
]

/** A text of the HTTP interface as a page says it. */
export const textOfPage =
  (language: MessageLanguage) =>
  (text: string): string =>
    inPlaceOf.reduce(
      (current, [forPrograms, forPeople]) =>
        forPrograms === undefined ? current : current.replaceAll(forPrograms[language], forPeople[language]),
      text,
    )
