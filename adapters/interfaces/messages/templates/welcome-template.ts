import type { MessageTemplate } from './message-template'

export const welcomeTemplate: MessageTemplate = {
  da: `Velkommen som låner

Kære låner. Du er nu oprettet som låner. På bibliotekets hjemmeside kan du se, hvad vi ved om dig, rette dine oplysninger og få dig slettet.
{{#if privacyLink}}
Hvad biblioteket gemmer, hvorfor og hvor længe: {{privacyLink}}
{{/if}}
Venlig hilsen biblioteket
`,
  en: `Welcome to the library

Dear borrower. You are registered as a borrower. On the library's website you can see what we know of you, correct it and ask to be erased.
{{#if privacyLink}}
What the library keeps, why and how long: {{privacyLink}}
{{/if}}
Kind regards, the library
`,
}
