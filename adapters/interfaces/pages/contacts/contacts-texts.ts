import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const contactsTexts = {
  title: { da: 'Kontakt', en: 'Contact' },
  controller: { da: 'Dataansvarlig', en: 'Controller' },
  controllerText: {
    da: 'Biblioteket svarer på spørgsmål om lån, og retter det, du ikke selv kan rette. Når du gør brug af en ret, svarer biblioteket inden en måned.',
    en: 'The library answers questions on loans, and corrects what you cannot correct yourself. When you use one of your rights, the library answers within a month.',
  },
  dataProtectionOfficer: { da: 'Databeskyttelsesrådgiver', en: 'Data protection officer' },
  dataProtectionOfficerText: {
    da: 'Svarer på spørgsmål om, hvordan dine oplysninger bruges, og hjælper dig med dine rettigheder.',
    en: 'Answers questions on how your data is used, and helps you with your rights.',
  },
  supervisoryAuthority: { da: 'Klag over behandlingen', en: 'Complain about the processing' },
  supervisoryAuthorityText: {
    da: 'Datatilsynet fører tilsyn og tager imod klager. Du behøver ikke klage til biblioteket først.',
    en: 'The Danish Data Protection Agency supervises and takes complaints. You need not complain to the library first.',
  },
  cprWarning: {
    da: 'Skriv aldrig dit CPR-nummer i en almindelig mail',
    en: 'Never write your CPR number in ordinary mail',
  },
  cprWarningText: {
    da: 'En almindelig mail er ikke krypteret hele vejen. Skriv dit lånernummer i stedet, eller brug Digital Post. Biblioteket sender heller aldrig et CPR-nummer i en mail, og felterne på siderne her tager ikke imod et.',
    en: 'Ordinary mail is not encrypted all the way. Write your borrower number instead, or use Digital Post. The library never sends a CPR number by mail either, and the fields of these pages do not take one.',
  },
  notNamed: {
    da: 'Biblioteket har ikke oplyst det endnu. Spørg ved skranken.',
    en: 'The library has not said so yet. Ask at the desk.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
