import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const contactTexts = {
  careOf: { da: 'c/o', en: 'Care of' },
  address: { da: 'Adresse', en: 'Address' },
  phones: { da: 'Telefoner', en: 'Phones' },
  phone: { da: 'Telefon', en: 'Phone' },
  phonesHint: {
    da: '8 til 15 cifre, med + foran landekoden. En telefon uden nummer gemmes ikke.',
    en: '8 to 15 digits, with + before the country code. A phone without a number is not kept.',
  },
  getsTexts: { da: 'Får sms', en: 'Gets text messages' },
  noTexts: { da: 'Ingen sms', en: 'No text messages' },
  emails: { da: 'E-mailadresser', en: 'E-mail addresses' },
  email: { da: 'E-mail', en: 'E-mail' },
  emailsHint: {
    da: 'En ny adresse til beskeder får et link, som bekræfter den.',
    en: 'A new address for notices gets a link that verifies it.',
  },
  notVerified: {
    da: 'Din e-mail til beskeder er ikke bekræftet, så den får ingen beskeder:',
    en: 'Your e-mail for notices is not verified, so it gets no notices:',
  },
  sendLink: { da: 'Send et nyt link', en: 'Send a new link' },
  linkSent: {
    da: 'Linket er sendt. Følg det, så er adressen bekræftet.',
    en: 'The link is sent. Follow it, and the address is verified.',
  },
  getsMail: { da: 'Får beskeder', en: 'Gets notices' },
  noMail: { da: 'Ingen beskeder som e-mail', en: 'No notices by e-mail' },
  forgotten: {
    da: 'Det, du retter, glemmes ved udgangen af næste måned.',
    en: 'What you change is forgotten at the end of the next month.',
  },
  save: { da: 'Gem', en: 'Save' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
