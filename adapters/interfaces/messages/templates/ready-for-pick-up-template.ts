import type { MessageTemplate } from './message-template'

export const readyForPickUpTemplate: MessageTemplate = {
  da: `Din reservering er klar

Kære låner. Du kan hente {{#each items}}{{name}} til og med {{day}}{{/each}} på {{branch}} under nummer {{pickUpNumber}}.
Venlig hilsen biblioteket
`,
  en: `Your reservation is ready

Dear borrower. You can pick up {{#each items}}{{name}} until {{day}}{{/each}} at {{branch}} under number {{pickUpNumber}}.
Kind regards, the library
`,
}
