import type { MessageTemplate } from './message-template'

export const paymentTemplate: MessageTemplate = {
  da: `Tak for din betaling

{{#if child}}Kære værge for {{child}}. Der er betalt for:{{else}}Kære låner. Du har betalt for:{{/if}}
{{#each items}}
- {{name}} (beløb {{amount}})
{{/each}}
I alt {{total}} Venlig hilsen biblioteket
`,
  en: `Thank you for your payment

{{#if child}}Dear guardian of {{child}}. This was paid for:{{else}}Dear borrower. You have paid for:{{/if}}
{{#each items}}
- {{name}} (amount {{amount}})
{{/each}}
In all {{total}}. Kind regards, the library
`,
}
