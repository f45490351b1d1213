import type { MessageTemplate } from './message-template'

export const collectionNoticeTemplate: MessageTemplate = {
  da: `Varsel om inddrivelse

Kære låner. Du har ikke betalt:
{{#each items}}
- {{name}} ({{amount}}, betal senest den {{day}})
{{/each}}
I alt {{total}} Betaler du ikke, sendes gælden til inddrivelse. Så kan du ikke længere betale den på biblioteket. Venlig hilsen biblioteket
`,
  en: `Notice before collection

Dear borrower. You have not paid:
{{#each items}}
- {{name}} ({{amount}}, pay by {{day}})
{{/each}}
In all {{total}} If you do not pay, the debt is passed on for collection. Then you can no longer pay it at the library. Kind regards, the library
`,
}
