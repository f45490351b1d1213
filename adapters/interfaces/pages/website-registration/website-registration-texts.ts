import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const websiteRegistrationTexts = {
  title: { da: 'Bliv låner', en: 'Become a borrower' },
  intro: {
    da: 'Du er ikke låner her endnu. Udfyld formularen, så er du oprettet. Dit sundhedskort er dit lånerkort.',
    en: 'You are not a borrower here yet. Fill in the form, and you are registered. Your health card is your library card.',
  },
  block: {
    da: 'Du kan låne, når personalet har set dit sundhedskort.',
    en: 'You can borrow when staff have seen your health card.',
  },
  cpr: {
    da: 'Biblioteket har dit CPR-nummer fra det login, du lige har brugt. Skriv det ikke her.',
    en: 'The library has your CPR number from the log-in that you have just used. Do not write it here.',
  },
  forgotten: {
    da: 'Går du herfra uden at oprette dig, glemmes dit CPR-nummer inden for en time. Som låner bliver du slettet, når du beder om det, eller når du ikke har brugt biblioteket i to år.',
    en: 'If you leave without registering, your CPR number is forgotten within an hour. As a borrower you are erased when you ask for it, or when you have not used the library for two years.',
  },
  privacy: { da: 'Hvad biblioteket gemmer, hvorfor og hvor længe', en: 'What the library keeps, why and how long' },
  name: { da: 'Navn, som det står på sundhedskortet', en: 'Name, as on the health card' },
  address: { da: 'Adresse', en: 'Address' },
  phone: { da: 'Mobil, som får sms', en: 'Mobile that gets text messages' },
  email: { da: 'E-mail, som får beskeder', en: 'E-mail that gets notices' },
  emailHint: { da: 'Den får et link, så du kan bekræfte den', en: 'It gets a link by which you verify it' },
  homeBranch: { da: 'Tilhørsfilial', en: 'Home branch' },
  language: { da: 'Sprog i beskeder', en: 'Language of messages' },
  pin: { da: 'Pinkode', en: 'PIN' },
  pinHint: { da: '4 til 8 cifre, som du vælger', en: '4 to 8 digits, which you choose' },
  pinAgain: { da: 'Pinkode igen', en: 'PIN again' },
  register: { da: 'Bliv låner', en: 'Become a borrower' },
  welcome: { da: 'Velkommen', en: 'Welcome' },
  registered: { da: 'Du er oprettet som låner.', en: 'You are registered as a borrower.' },
  noticeText: {
    da: 'Her kan du læse og udskrive, hvad biblioteket gemmer om dig, hvorfor, hvor længe, og hvilke rettigheder du har.',
    en: 'Here you can read and print what the library keeps of you, why, how long, and which rights you have.',
  },
  ownData: { da: 'Se det, biblioteket har om dig nu', en: 'See what the library holds on you now' },
  goOn: { da: 'Gå videre', en: 'Go on' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
