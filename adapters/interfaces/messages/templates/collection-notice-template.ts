import type { MessageTemplate } from './message-template'

export const collectionNoticeTemplate: MessageTemplate = {
  da: `Varsel om inddrivelse

{{#if child}}Kære værge for {{child}}. Dette er ikke betalt:{{else}}Kære låner. Du har ikke betalt:{{/if}}
{{#each items}}
- {{name}} ({{amount}}, betal senest den {{day}})
{{/each}}
I alt {{total}} Betales det ikke, sendes gælden til inddrivelse. Så kan den ikke længere betales på biblioteket. Venlig hilsen biblioteket
`,
  en: `Notice before collection

{{#if child}}Dear guardian of {{child}}. This is not paid:{{else}}Dear borrower. You have not paid:{{/if}}
{{#each items}}
- {{name}} ({{amount}}, pay by {{day}})
{{/each}}
In all {{total}}. If it is not paid, the debt is passed on for collection. Then it can no longer be paid at the library. Kind regards, the library
`,
}
