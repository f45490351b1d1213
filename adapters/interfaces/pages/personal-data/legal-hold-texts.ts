/** The texts of a record that a legal hold keeps, of which the borrower is told. */
export const legalHoldTexts = {
  whatYouCanDo: {
    da: 'Låneren kan gøre indsigelse mod det hos biblioteket, spørge databeskyttelsesrådgiveren og klage til Datatilsynet.',
    en: 'The borrower can object to it at the library, ask the data protection officer, and complain to Datatilsynet.',
  },
} as const
