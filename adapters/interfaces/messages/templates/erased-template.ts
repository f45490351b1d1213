import type { MessageTemplate } from './message-template'

export const erasedTemplate: MessageTemplate = {
  da: `Du slettes som låner

Kære låner. Du er ikke længere låner hos os. Vi sletter nu alt, hvad vi ved om dig, også din adresse til denne besked.
Venlig hilsen biblioteket
`,
  en: `You are erased as a borrower

Dear borrower. You are no longer a borrower of the library. We now erase all that we know of you, also your address for this message.
Kind regards, the library
`,
}
