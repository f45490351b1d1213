import type { MessageTemplate } from './message-template'

export const beforeErasureTemplate: MessageTemplate = {
  da: `Vi sletter dig snart som låner

Kære låner. Du har længe ikke brugt biblioteket. Når {{month}} er slut, sletter vi alt, hvad vi ved om dig.
Vil du blive ved med at være låner, så lån eller reservér noget inden da. Venlig hilsen biblioteket
`,
  en: `You will soon be erased as a borrower

Dear borrower. You have not used the library for a long time. At the end of {{month}} we erase all that we know of you.
If you want to stay a borrower, borrow or reserve something before then. Kind regards, the library
`,
}
